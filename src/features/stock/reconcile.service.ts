import { dayOf, instantAt } from '../../kernel/calendar.ts';
import type { ReadCtx, SystemCtx } from '../../platform/context.ts';
import { loadDoneDay, saveDoneDay } from './holders.store.ts';
import { loadMinistry } from './ministry.store.ts';
import { type Difference, differingBalances, differingLots, differingReports } from './reconcile.store.ts';

const key = 'stock.reconciled';
const nightly = '03:00';

/** Rebuilds every balance of the stock from the entries; what differs (nothing may) comes back. */
export const reconcileStock = async ({ tx }: Pick<ReadCtx, 'tx'>): Promise<Difference[]> => [
  ...(await differingBalances(tx)),
  ...(await differingLots(tx)),
  ...(await differingReports(tx)),
];

/** Once a day from 3:00; 国 hears of a difference. */
export const reconcileNightly = async (ctx: SystemCtx, now: Date): Promise<void> => {
  const today = dayOf(now);
  const last = await loadDoneDay(ctx.tx, key);
  if (now < instantAt(today, nightly) || (last !== null && last >= today)) return;
  const differences = await reconcileStock(ctx);
  await saveDoneDay(ctx.tx, key, today);
  const orgId = differences.length > 0 ? await loadMinistry(ctx.tx) : null;
  if (orgId === null) return;
  await ctx.emit('news.told', {
    orgId,
    kind: 'stock.differs',
    title: '在庫の計算に違いが見つかりました',
    lines: [
      `${today.replaceAll('-', '/')}の点検で、在庫の合計と記録が合わないものが${differences.length}件見つかりました。`,
      'システムの管理者に連絡してください。管理者は npm run reconcile で内容を確認できます。',
    ],
    link: '/notices',
    from: 'V-SYS',
    key: `stock-differs:${today}`,
  });
};
