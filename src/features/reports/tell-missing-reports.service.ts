import { type Day, dayOf } from '../../kernel/calendar.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { type Cycle, type CycleMark, loadCycles, loadUnmarkedCycles, markCycle } from '../cycles/index.ts';
import { loadMissingByOffice, loadMissingVenues } from './report-deadlines.store.ts';
import {
  escalationMoment,
  isWorthTelling,
  lastReportDay,
  reminderMoment,
  reportEscalation,
  reportReminder,
} from './report-deadlines.ts';

type Open = { readonly cycle: Cycle; readonly last: Day };

const loadOpen = async ({ tx }: SystemCtx, mark: CycleMark): Promise<Open[]> => {
  const cycles = await loadCycles(tx);
  const unmarked = new Set((await loadUnmarkedCycles(tx, mark)).map(({ id }) => id));
  return cycles.filter(({ id }) => unmarked.has(id)).map((cycle) => ({ cycle, last: lastReportDay(cycle, cycles) }));
};

/** S13: who reported nothing in a クール hears so once, two days before it ends; after it that would help no one. */
const remindVenues = async (ctx: SystemCtx, now: Date): Promise<void> => {
  for (const { cycle, last } of await loadOpen(ctx, 'report_reminded_at')) {
    if (now < reminderMoment(cycle, last)) continue;
    if (dayOf(now) <= last) {
      const venues = await loadMissingVenues(ctx.tx, cycle);
      await ctx.emit(
        'news.told',
        venues.map((venueId) => reportReminder(cycle, last, venueId)),
      );
    }
    await markCycle(ctx.tx, cycle.id, 'report_reminded_at', now);
  }
};

/** S13: then each municipality hears how many of its venues are missing. */
const tellMunicipalities = async (ctx: SystemCtx, now: Date): Promise<void> => {
  for (const { cycle, last } of await loadOpen(ctx, 'report_escalated_at')) {
    if (now < escalationMoment(last)) continue;
    if (isWorthTelling(last, dayOf(now))) {
      const offices = await loadMissingByOffice(ctx.tx, cycle);
      await ctx.emit(
        'news.told',
        offices.map((office) => reportEscalation(cycle, last, office)),
      );
    }
    await markCycle(ctx.tx, cycle.id, 'report_escalated_at', now);
  }
};

export const tellMissingReports = async (ctx: SystemCtx, now: Date): Promise<void> => {
  await remindVenues(ctx, now);
  await tellMunicipalities(ctx, now);
};

/** The moments in (from, to] at which someone has to be told. */
export const missingReportMoments = async (ctx: SystemCtx, from: Date, to: Date): Promise<Date[]> => {
  const reminders = (await loadOpen(ctx, 'report_reminded_at')).map(({ cycle, last }) => reminderMoment(cycle, last));
  const escalations = (await loadOpen(ctx, 'report_escalated_at')).map(({ last }) => escalationMoment(last));
  return [...reminders, ...escalations].filter((moment) => moment > from && moment <= to);
};
