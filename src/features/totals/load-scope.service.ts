import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadCycles } from '../cycles/index.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { loadHandled, loadVenue } from '../venues/index.ts';
import { type Area, areaOf, country } from './area.ts';
import type { Scope } from './scope.ts';

const recordId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const scopeQuery = z.object({
  vaccine: recordId.optional(),
  cycle: z.union([z.literal('all'), recordId]).optional(),
  area: z
    .string()
    .regex(/^(all|\d{2}|\d{6})$/)
    .optional(),
  venue: recordId.optional(),
});
export type ScopeQuery = z.infer<typeof scopeQuery>;

/** The reader's own area: the top of the way down. */
export const ownArea = ({ org }: Ctx['actor']): string => org.municipalityCode ?? org.prefectureCode ?? country.code;

/** What an address asks for; null while there is no vaccine. What lies outside the reader's reach is not found. */
export const loadScope = async ({ tx, actor }: Ctx, query: ScopeQuery): Promise<Scope | null> => {
  const vaccines = await loadVaccines(tx);
  const cycles = await loadCycles(tx);
  // The vaccine of the newest クール is what most questions are about.
  const vaccineId = query.vaccine ?? cycles[0]?.vaccineId ?? vaccines[0]?.id;
  const vaccine = vaccines.find(({ id }) => id === vaccineId);
  const cycle =
    typeof query.cycle === 'number'
      ? cycles.find(({ id, vaccineId: of }) => id === query.cycle && of === vaccineId)
      : null;
  if (!vaccine && query.vaccine === undefined) return null;
  // A クール of the vaccine chosen before is left behind when another vaccine is chosen.
  if (!vaccine || (cycle === undefined && !cycles.some(({ id }) => id === query.cycle))) throw notFound();
  const venue = query.venue === undefined ? null : await loadVenue(tx, query.venue);
  const handles = venue && (await loadHandled(tx, venue.id)).some((one) => one.vaccineId === vaccine.id);
  if (query.venue !== undefined && !venue) throw notFound();
  const area = areaOf(venue?.municipalityCode ?? query.area ?? ownArea(actor));
  if (!area || !can(actor, 'totals.view', targetOf(area))) throw notFound();
  return { area, venue: venue && handles ? venue : null, vaccine, cycle: cycle ?? null };
};

const targetOf = ({ level, code, prefectureCode }: Area) => ({
  prefectureCode,
  ...(level === 'municipality' && { municipalityCode: code }),
});
