import { addDays, dayOf, instantAt } from '../../kernel/calendar.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { closeCycles, loadLastDays } from './save-cycle.store.ts';

/** A クール whose delivery and vaccination periods are over is 終了: shown so, and not changed any more. */
export const closeOver = async ({ tx }: SystemCtx, now: Date): Promise<void> => closeCycles(tx, dayOf(now));

/** The midnights after the last days of the クール that are open. */
export const closingMoments = async ({ tx }: SystemCtx, from: Date, to: Date): Promise<readonly Date[]> =>
  (await loadLastDays(tx)).map((day) => instantAt(addDays(day, 1), '00:00')).filter((at) => from < at && at <= to);
