import type { Actor } from '../../kernel/policy.ts';
import { type Boxes, showQuantity } from '../../kernel/quantities.ts';
import { type Cycle, cycleTitle } from '../cycles/index.ts';
import type { News } from '../notices/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { Demand, DemandTotals } from './demands.ts';

const link = (cycle: Cycle): string => `/reports?vaccine=${cycle.vaccineId}`;

/** S4: the municipality changed what the venue had registered. */
export const demandCorrected = (
  cycle: Cycle,
  { unitName }: Vaccine,
  demand: Demand,
  amount: Boxes,
  reason: string,
  office: string,
): News => ({
  orgId: demand.venueId,
  kind: 'demand.corrected',
  title: '納入希望量の修正のお知らせ',
  lines: [
    `${cycleTitle(cycle)}の納入希望量を、${office}が修正しました。`,
    `登録した値：${showQuantity(demand.requested)}${unitName}`,
    `修正後の値：${showQuantity(amount)}${unitName}`,
    `理由：${reason}`,
    `内容について不明な点は、${office}にお問い合わせください。`,
  ],
  link: link(cycle),
  from: '市町村',
  key: `demand-corrected:${cycle.id}:${demand.venueId}:${demand.version + 1}`,
});

/** S18: the office entered a demand for a venue that had entered none. */
export const demandEnteredFor = (
  cycle: Cycle,
  { unitName }: Vaccine,
  venueId: number,
  amount: Boxes,
  reason: string,
  { name: office, kind }: Pick<Actor['org'], 'name' | 'kind'>,
): News => ({
  orgId: venueId,
  kind: 'demand.entered-for',
  title: '納入希望量の登録のお知らせ',
  lines: [
    `${cycleTitle(cycle)}の納入希望量が未登録だったため、${office}が代わりに登録しました。`,
    `登録した値：${showQuantity(amount)}${unitName}`,
    `理由：${reason}`,
    `内容について不明な点は、${office}にお問い合わせください。`,
  ],
  link: link(cycle),
  from: kind === 'prefecture' ? '都道府県' : '市町村',
  key: `demand-entered-for:${cycle.id}:${venueId}`,
});

/** S4: the prefecture hears what a municipality confirmed. */
export const demandConfirmed = (
  cycle: Cycle,
  { unitName }: Vaccine,
  orgId: number,
  municipality: { readonly code: string; readonly name: string },
  totals: DemandTotals,
  version: number,
): News => ({
  orgId,
  kind: 'demand.confirmed',
  title: `納入希望量の確定のお知らせ（${municipality.name}）`,
  lines: [
    `${municipality.name}が、${cycleTitle(cycle)}の納入希望量を${version > 1 ? '改めて' : ''}確定しました。`,
    `納入希望量：${showQuantity(totals.sum ?? 0)}${unitName}（${totals.venuesEntered}施設）`,
    `未入力：${totals.venuesMissing}施設`,
  ],
  link: `/demands?cycle=${cycle.id}&area=${municipality.code}`,
  from: '市町村',
  key: `demand-confirmed:${cycle.id}:${municipality.code}:${version}`,
});

/** The venue registered anew, so the municipality's correction no longer holds. */
export const correctionReplaced = (
  cycle: Cycle,
  { unitName }: Vaccine,
  orgId: number,
  venueName: string,
  former: Demand,
  requested: Boxes,
): News => ({
  orgId,
  kind: 'demand.registered-anew',
  title: `納入希望量の再登録のお知らせ（${venueName}）`,
  lines: [
    `${venueName}が、${cycleTitle(cycle)}の納入希望量を登録し直しました。市町村による修正は取り消されています。`,
    `市町村が修正した値：${showQuantity(former.corrected)}${unitName}`,
    `登録し直した値：${showQuantity(requested)}${unitName}`,
    '「納入希望量の確認」で内容を確認し、必要な場合はもう一度修正してください。',
  ],
  link: `/demands?cycle=${cycle.id}`,
  from: '医療機関・接種会場',
  key: `demand-registered-anew:${cycle.id}:${former.venueId}:${former.version + 1}`,
});
