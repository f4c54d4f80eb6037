import { dayOf } from '../../kernel/calendar.ts';
import type { ReadCtx } from '../../platform/context.ts';
import { type Cycle, currentCycle, loadCycles } from '../cycles/index.ts';
import { loadDemand } from '../demands/index.ts';
import { type Handled, loadHandled } from '../venues/index.ts';
import { hasReported } from './reports.store.ts';
import { byPhase } from './request-part.ts';

/** What a venue still owes for one of its vaccines. */
export type Duty = {
  readonly handled: Handled;
  /** The クール open for registration, each with whether the venue registered; none for a サテライト型. */
  readonly requests: readonly { readonly cycle: Cycle; readonly registered: boolean }[];
  /** The current クール and whether the venue reported in it; null where there is none. */
  readonly report: { readonly cycle: Cycle; readonly registered: boolean } | null;
};

/** Requests and reports of every handled vaccine, done or not (M2.4-4, M5.0-1). */
export const loadDuties = async ({ tx, now }: ReadCtx, venueId: number): Promise<Duty[]> => {
  const duties: Duty[] = [];
  for (const handled of await loadHandled(tx, venueId)) {
    const cycles = await loadCycles(tx, { vaccineId: handled.vaccineId });
    const requests = [];
    for (const cycle of handled.role === 'basic' ? byPhase(cycles, now).open : [])
      requests.push({ cycle, registered: (await loadDemand(tx, cycle.id, venueId)) !== null });
    duties.push({ handled, requests, report: await loadReportDuty({ tx, now }, venueId, handled.vaccineId, cycles) });
  }
  return duties;
};

/** A クール whose 標準接種期間 has not begun owes no report yet. */
const loadReportDuty = async (
  { tx, now }: ReadCtx,
  venueId: number,
  vaccineId: number,
  cycles: readonly Cycle[],
): Promise<Duty['report']> => {
  const today = dayOf(now);
  const cycle = currentCycle(cycles, today);
  if (!cycle || cycle.vaccinationFrom > today) return null;
  return { cycle, registered: await hasReported(tx, venueId, vaccineId, cycle.id) };
};
