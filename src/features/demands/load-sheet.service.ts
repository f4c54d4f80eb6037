import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { type Cycle, loadCycles, registrationPhase } from '../cycles/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import { loadChangedAt, loadConfirmation } from './confirmations.store.ts';
import { loadMunicipalDemands, sumByMunicipality, sumByPrefecture } from './demands.store.ts';
import { isOutdated, totalOfAreas, totalOfVenues } from './demands.ts';
import type { AreaSheet, Sheet, SheetBase, VenueSheet } from './sheet.ts';

export type SheetQuery = { readonly cycle?: number; readonly area?: string; readonly saved?: number };

/** The クール that needs a look now: the one open for registration, else the last one that was. */
const mainCycle = (cycles: readonly Cycle[], now: Date): Cycle | undefined =>
  cycles.find((cycle) => registrationPhase(cycle, now) === 'open') ??
  cycles.find((cycle) => registrationPhase(cycle, now) === 'after') ??
  cycles[0];

const ownArea = ({ org }: Ctx['actor']): string => org.municipalityCode ?? org.prefectureCode ?? 'all';

/** 「納入希望量の確認」 (S4): venues of a municipality, municipalities of a prefecture, or prefectures of the country. */
export const loadSheet = async (
  ctx: Ctx,
  { cycle: cycleId, area = ownArea(ctx.actor), saved }: SheetQuery,
): Promise<Sheet | null> => {
  const { tx, now } = ctx;
  const cycles = await loadCycles(tx);
  const cycle = cycleId === undefined ? mainCycle(cycles, now) : cycles.find(({ id }) => id === cycleId);
  if (!cycle && cycleId !== undefined) throw notFound();
  if (!cycle) return null;
  const vaccine = await loadVaccine(tx, cycle.vaccineId);
  if (!vaccine) throw notFound();
  const base: SheetBase = { cycle, cycles, vaccine, phase: registrationPhase(cycle, now), own: ownArea(ctx.actor) };
  return area.length === 6 ? loadVenueSheet(ctx, base, area, saved) : loadAreaSheet(ctx, base, area);
};

const loadVenueSheet = async (ctx: Ctx, base: SheetBase, area: string, saved?: number): Promise<VenueSheet> => {
  const municipality = municipalityByCode(area);
  const target = municipality && { municipalityCode: area, prefectureCode: municipality.prefectureCode };
  if (!municipality || !target || !can(ctx.actor, 'demand.view', target)) throw notFound();
  const key = { cycleId: base.cycle.id, municipalityCode: area };
  const venues = await loadMunicipalDemands(ctx.tx, base.cycle.id, area);
  const totals = totalOfVenues(venues);
  const confirmation = await loadConfirmation(ctx.tx, key);
  const isOpen = base.phase !== 'before' && base.cycle.state === 'planned';
  return {
    ...base,
    level: 'municipality',
    area: municipality,
    prefectureCode: municipality.prefectureCode,
    venues,
    totals,
    confirmation,
    outdated: confirmation !== null && isOutdated(confirmation, totals, await loadChangedAt(ctx.tx, key)),
    mayCorrect: can(ctx.actor, 'demand.correct', target) && isOpen,
    mayEnter: can(ctx.actor, 'demand.enter-for', target) && isOpen,
    saved: venues.find(({ venueId }) => venueId === saved) ?? null,
  };
};

const loadAreaSheet = async (ctx: Ctx, base: SheetBase, area: string): Promise<AreaSheet> => {
  const prefecture = area === 'all' ? null : prefectureByCode(area);
  if (prefecture === undefined || !can(ctx.actor, 'demand.view', prefecture ? { prefectureCode: area } : {}))
    throw notFound();
  const areas = prefecture
    ? await sumByMunicipality(ctx.tx, base.cycle.id, area)
    : await sumByPrefecture(ctx.tx, base.cycle.id);
  return {
    ...base,
    level: prefecture ? 'prefecture' : 'country',
    area: prefecture ?? { code: 'all', name: '全国' },
    areas,
    totals: totalOfAreas(areas),
  };
};
