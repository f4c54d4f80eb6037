import type { SystemCtx } from '../../platform/context.ts';
import { type Cycle, loadUnmarkedCycles, markCycle, registrationPhase } from '../cycles/index.ts';
import { loadMissingByOffice, loadMissingVenues } from './deadlines.store.ts';
import { alertMoment, deadlineAlert, deadlineEscalation, escalationMoment } from './deadlines.ts';

type Mark = 'deadline_alert_done_at' | 'deadline_escalated_at';

/** The クール of whose deadline has not been told yet: venues (alert) or municipalities. One that is closed helps no one. */
const loadUntold = async ({ tx }: Pick<SystemCtx, 'tx'>, mark: Mark): Promise<Cycle[]> =>
  (await loadUnmarkedCycles(tx, mark)).filter(({ state }) => state === 'planned');

/** M2.4-0: from 8:00 two days before the deadline, once a クール; after the deadline it would help no one. */
const alertVenues = async (ctx: SystemCtx, now: Date): Promise<void> => {
  for (const cycle of await loadUntold(ctx, 'deadline_alert_done_at')) {
    if (now < alertMoment(cycle)) continue;
    if (registrationPhase(cycle, now) !== 'after') {
      const missing = await loadMissingVenues(ctx.tx, cycle);
      await ctx.emit(
        'news.told',
        missing.map((venueId) => deadlineAlert(cycle, venueId)),
      );
    }
    await markCycle(ctx.tx, cycle.id, 'deadline_alert_done_at', now);
  }
};

/** S3: after the deadline each municipality hears how many of its venues are missing. */
const alertMunicipalities = async (ctx: SystemCtx, now: Date): Promise<void> => {
  for (const cycle of await loadUntold(ctx, 'deadline_escalated_at')) {
    if (now < escalationMoment(cycle)) continue;
    const offices = await loadMissingByOffice(ctx.tx, cycle);
    await ctx.emit(
      'news.told',
      offices.map((office) => deadlineEscalation(cycle, office)),
    );
    await markCycle(ctx.tx, cycle.id, 'deadline_escalated_at', now);
  }
};

export const tellDeadlines = async (ctx: SystemCtx, now: Date): Promise<void> => {
  await alertVenues(ctx, now);
  await alertMunicipalities(ctx, now);
};

/** The moments in (from, to] at which someone has to be told. */
export const deadlineMoments = async ({ tx }: SystemCtx, from: Date, to: Date): Promise<Date[]> => {
  const alerts = (await loadUntold({ tx }, 'deadline_alert_done_at')).map(alertMoment);
  const escalations = (await loadUntold({ tx }, 'deadline_escalated_at')).map(escalationMoment);
  return [...alerts, ...escalations].filter((moment) => moment > from && moment <= to);
};
