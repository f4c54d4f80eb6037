import { addDays, type Day, dayOf } from '../../kernel/calendar.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { loadDoneDay, saveDoneDay } from '../../platform/jobs/index.ts';
import { expirySpans, expiryWarning, warnDays, warnMoment } from './expiry-warnings.ts';
import { loadExpiring } from './holders.store.ts';

const key = 'stock.expiry-warned';

/** Once a day from 8:00: venues that may still hold a lot hear of its expiry 7 and 2 days before. */
export const warnOfExpiry = async (ctx: SystemCtx, now: Date): Promise<void> => {
  const today = dayOf(now);
  const last = await loadDoneDay(ctx.tx, key);
  if (now < warnMoment(today) || (last !== null && last >= today)) return;
  for (const { days, after, upTo } of expirySpans(last, today)) {
    const holders = await loadExpiring(ctx.tx, after, upTo);
    if (holders.length > 0)
      await ctx.emit(
        'news.told',
        holders.map((holder) => expiryWarning(holder, days, today)),
      );
  }
  await saveDoneDay(ctx.tx, key, today);
};

/** The moments in (from, to] at which a warning is due. */
export const expiryMoments = async ({ tx }: SystemCtx, from: Date, to: Date): Promise<Date[]> => {
  const widest = Math.max(...warnDays);
  const holders = await loadExpiring(tx, addDays(dayOf(from), -1), addDays(dayOf(to), widest));
  const expiries = new Set<Day>(holders.flatMap(({ expiry }) => (expiry ? [expiry] : [])));
  return [...expiries]
    .flatMap((expiry) => warnDays.map((days) => warnMoment(addDays(expiry, -days))))
    .filter((moment) => moment > from && moment <= to);
};
