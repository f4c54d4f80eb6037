import { type Day, formatDay } from '../../kernel/calendar.ts';
import type { News } from '../notices/index.ts';
import { amountText, type Distribution, itemName, type Lot } from './distribution.ts';
import type { NewLot } from './lots.ts';
import { cycleOf, rowName } from './rows.ts';

type Told = readonly [Distribution, ...Distribution[]];

const day = (value: Day | null): string => (value ? formatDay(value) : '未定');
const head = (row: Distribution): string => `${itemName(row)} ${amountText(row)}`;
const listOf = (row: Distribution): string => `/distributions?cycle=${row.cycleId}`;
/** The same news again only after another save: the versions say which. */
const keyOf = (kind: string, rows: Told): string =>
  `${kind}:${rows.map(({ id, version }) => `${id}v${version}`).join(',')}`;
const change = (now: Day | null, former: Day | null): string =>
  former !== null && former !== now ? `${day(now)}（変更前 ${day(former)}）` : day(now);

/** Mail M3.3-1: the wholesaler entered the 納入予定日 of these rows of one venue. `former`: what stood there. */
export const deliveryDayNews = (rows: Told, former: (row: Distribution) => Day | null): News => ({
  orgId: rows[0].venueId,
  kind: 'delivery-day',
  title: '卸業者による配送予定日の入力通知',
  lines: [
    `${cycleOf(rows[0])}のワクチン等の納入予定日が入力されました。`,
    '',
    ...rows.map((row) => `${head(row)}　納入予定日 ${change(row.deliveryDay, former(row))}`),
  ],
  link: listOf(rows[0]),
  from: '卸業者',
  key: keyOf('delivery-day', rows),
});

/** S9: the maker entered shipping date, lots or dry-ice dates of a row. */
export const shipmentNews = (row: Distribution, lots: readonly NewLot[]): News => ({
  orgId: row.venueId,
  kind: 'shipment',
  title: '製薬メーカーによる出荷日の入力通知',
  lines: [
    `${cycleOf(row)}のワクチンの出荷日などが入力されました。`,
    '',
    head(row),
    `製薬メーカー出荷日 ${day(row.shipDay)}`,
    ...(row.storage === 'dry_ice'
      ? [`次回交換期日 ${day(row.nextExchangeDay)}`, `次々回交換期日 ${day(row.afterNextExchangeDay)}`]
      : []),
    ...lots.map((lot) => `ロット番号 ${lot.lot}　有効期限 ${day(lot.expiry)}　${lot.vials}本`),
  ],
  link: listOf(row),
  from: '製薬メーカー',
  key: keyOf('shipment', [row]),
});

/** S11: the wholesaler reported these rows of one venue as delivered; the venue now confirms. */
export const deliveredNews = (rows: Told): News => ({
  orgId: rows[0].venueId,
  kind: 'delivered',
  title: '卸業者による納入の報告（受領確認のお願い）',
  lines: [
    `${cycleOf(rows[0])}のワクチン等が納入されたと、卸業者から報告がありました。`,
    '届いた数を数えて、「ワクチン分配」の画面で「受領確認」をしてください。',
    '',
    ...rows.map(head),
  ],
  link: listOf(rows[0]),
  from: '卸業者',
  key: keyOf('delivered', rows),
});

/** The wholesaler took a report of 納入 back. */
export const takenBackNews = (row: Distribution): News => ({
  orgId: row.venueId,
  kind: 'delivery-taken-back',
  title: '卸業者による納入の報告の取消し',
  lines: [`${cycleOf(row)}の納入の報告が取り消されました。受領確認はまだ必要ありません。`, '', head(row)],
  link: listOf(row),
  from: '卸業者',
  key: keyOf('delivery-taken-back', [row]),
});

/** 「195本 → 194本」 by lot. */
export const countText = ({ vials, receivedVials }: Pick<Lot, 'vials' | 'receivedVials'>): string =>
  `納入 ${vials.toLocaleString('ja-JP')}本 → 受領 ${(receivedVials ?? 0).toLocaleString('ja-JP')}本`;

/** S11: the venue counted something else than was announced; told to wholesaler, maker and municipality. */
export const differenceNews = (
  row: Distribution,
  lots: readonly Omit<Lot, 'id' | 'stopped'>[],
  orgId: number,
  link: string,
): News => ({
  orgId,
  kind: 'receipt-difference',
  title: '納入数と受領数の違いのお知らせ',
  lines: [
    `${row.venueName}の受領確認で、納入の報告と違う数が入力されました。内容を確認してください。`,
    '',
    `${rowName(row)}（${cycleOf(row)}）`,
    ...lots
      .filter(({ vials, receivedVials }) => vials !== receivedVials)
      .map((lot) => `ロット番号 ${lot.lot}　${countText(lot)}`),
  ],
  link,
  from: row.venueName,
  key: `receipt-difference:${row.id}:${orgId}`,
});
