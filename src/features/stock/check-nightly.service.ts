import { dayOf, instantAt } from '../../kernel/calendar.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { loadDoneDay, saveDoneDay } from '../../platform/jobs/index.ts';
import { loadMinistry } from '../accounts/index.ts';

const nightly = '03:00';

export type NightlyCheck = {
  readonly key: 'stock.reconciled' | 'totals.reconciled';
  /** What is compared with its entries: 「在庫」. */
  readonly subject: string;
  /** What differs; nothing may. */
  readonly find: () => Promise<readonly unknown[]>;
};

/** Once a day from 3:00; 国 hears of a difference. */
export const checkNightly = async (ctx: SystemCtx, now: Date, { key, subject, find }: NightlyCheck): Promise<void> => {
  const today = dayOf(now);
  const last = await loadDoneDay(ctx.tx, key);
  if (now < instantAt(today, nightly) || (last !== null && last >= today)) return;
  const differences = await find();
  await saveDoneDay(ctx.tx, key, today);
  const orgId = differences.length > 0 ? await loadMinistry(ctx.tx) : null;
  if (orgId === null) return;
  await ctx.emit('news.told', {
    orgId,
    kind: key === 'stock.reconciled' ? 'stock.differs' : 'totals.differ',
    title: `${subject}の計算に違いが見つかりました`,
    lines: [
      `${today.replaceAll('-', '/')}の点検で、${subject}の合計と記録が合わないものが${differences.length}件見つかりました。`,
      'システムの管理者に連絡してください。管理者は npm run reconcile で内容を確認できます。',
    ],
    link: '/notices',
    from: 'V-SYS',
    key: `${key === 'stock.reconciled' ? 'stock-differs' : 'totals-differ'}:${today}`,
  });
};
