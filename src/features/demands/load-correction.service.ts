import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { type Cycle, loadCycle, type RegistrationPhase, registrationPhase } from '../cycles/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { loadHandled, loadVenue, type Venue } from '../venues/index.ts';
import { loadChanges, loadDemand } from './demands.store.ts';
import type { Demand, DemandChange } from './demands.ts';

export type Correction = {
  readonly cycle: Cycle;
  readonly phase: RegistrationPhase;
  readonly vaccine: Vaccine;
  readonly venue: Venue;
  readonly demand: Demand | null;
  readonly changes: readonly DemandChange[];
};

/** One venue of the municipality and its demand; a venue of another area, or one that is no 基本型, is not found. */
export const loadCorrection = async (
  { tx, now, actor }: Ctx,
  { cycleId, venueId }: { readonly cycleId: number; readonly venueId: number },
): Promise<Correction> => {
  const cycle = await loadCycle(tx, cycleId);
  const venue = cycle && (await loadVenue(tx, venueId));
  if (!cycle || !venue || !can(actor, 'demand.enter-for', venue)) throw notFound();
  const handled = await loadHandled(tx, venueId);
  const vaccine = await loadVaccine(tx, cycle.vaccineId);
  if (!vaccine || !handled.some((one) => one.vaccineId === cycle.vaccineId && one.role === 'basic')) throw notFound();
  const demand = await loadDemand(tx, cycleId, venueId);
  // What was entered is corrected by the municipality alone; the prefecture only fills what is missing (S18).
  if (demand && !can(actor, 'demand.correct', venue)) throw notFound();
  const changes = demand ? await loadChanges(tx, demand.id) : [];
  return { cycle, phase: registrationPhase(cycle, now), vaccine, venue, demand, changes };
};
