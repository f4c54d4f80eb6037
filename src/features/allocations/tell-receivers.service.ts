import { formatPeriod } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadOffices } from '../accounts/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { showMixed } from './mixed.ts';
import type { Change } from './revision-diff.ts';
import type { Level } from './sheet.ts';
import type { OpenSheet } from './sheet-data.ts';
import { vialsByReceiver } from './sheet-sums.ts';
import type { Draft } from './write-draft.service.ts';

type Told = {
  readonly title: string;
  readonly from: string;
  readonly link: (cycleId: number) => string;
  readonly next: string;
};

/** Whose notice it is at each level; a venue's says 都道府県 as its sender (M3.1-1). */
const notices: Readonly<Record<Level, Told>> = {
  national: {
    title: 'ワクチン等分配確定通知（国→都道府県）',
    from: '国',
    link: (cycleId) => `/allocations/prefectural/${cycleId}`,
    next: '市町村への分配量を入力し、確定してください。',
  },
  prefectural: {
    title: 'ワクチン等分配確定通知（都道府県→市町村）',
    from: '都道府県',
    link: (cycleId) => `/allocations/municipal/${cycleId}`,
    next: '医療機関・接種会場への分配量を入力し、分配確定を行ってください。',
  },
  municipal: {
    title: 'ワクチン等分配確定通知（市町村→医療機関・接種会場）',
    from: '都道府県',
    link: (cycleId) => `/distributions?cycle=${cycleId}`,
    next: '分配量を確認してください。納入予定日が決まりましたら、改めてお知らせします。',
  },
};

type Fixing = {
  readonly open: OpenSheet;
  readonly draft: Draft;
  readonly changes: readonly Change[];
  readonly correction: boolean;
};

/** S16: tells each receiver whose amount was fixed or corrected, once a revision. Venues hear nothing of a first zero. */
export const tellReceivers = async (ctx: Ctx, { open, draft, changes, correction }: Fixing): Promise<void> => {
  const { cycle, vaccine, giver } = open;
  const told = notices[giver.level];
  const amounts = vialsByReceiver(draft.lines, vaccine);
  const hears = (key: string): boolean => correction || giver.level !== 'municipal' || (amounts.get(key) ?? 0) > 0;
  const keys = [...new Set(changes.map(({ receiver }) => receiver))].filter(hears);
  const offices = giver.level === 'municipal' ? null : await loadOffices(ctx.tx, keys);
  const news = keys.flatMap((key) => {
    // A venue goes by its own id, an area by that of its office.
    const orgId = offices ? offices.get(key) : Number(key);
    if (orgId === undefined) return [];
    const amount = showMixed(amounts.get(key) ?? 0, vaccine.vialsPerUnit, vaccine.unitName);
    return {
      orgId,
      kind: `allocation.${giver.level}`,
      title: told.title,
      from: told.from,
      link: told.link(cycle.id),
      lines: [
        `${cycleTitle(cycle)}の分配量が${correction ? '修正されました' : '確定しました'}。`,
        `分配量：${amount}`,
        `標準配送期間：${formatPeriod(cycle.deliveryFrom, cycle.deliveryTo)}`,
        told.next,
      ],
      key: `allocation:${draft.id}:${draft.revision}:${key}`,
    };
  });
  await ctx.emit('news.told', news);
};
