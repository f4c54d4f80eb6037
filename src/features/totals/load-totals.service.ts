import { addDays, type Day, dayOf } from '../../kernel/calendar.ts';
import type { ReadCtx } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { cycleName, loadCycles } from '../cycles/index.ts';
import { loadPastShape } from '../reports/index.ts';
import { loadStockByVenue, loadStockSums } from '../stock/index.ts';
import { type Area, partsOf } from './area.ts';
import { type Asked, loadCells, loadDays, loadReported, type Part } from './area-totals.store.ts';
import { loadCountryParts } from './country-totals.store.ts';
import type { Scope } from './scope.ts';
import { loadAllocated, loadDemanded, loadDistributed, loadVenueCounts } from './supply.store.ts';
import { addUp, type Breakdown, type DayDoses, linesOf, nothing, type Totals, type TotalsRow } from './totals.ts';
import { loadVenueCells, loadVenueDays, loadVenueTotals, type VenueRow } from './venue-totals.store.ts';

const askedOf = ({ area, vaccine, cycle }: Scope, by: Asked['by'] = 'area'): Asked => ({
  vaccineId: vaccine.id,
  cycleId: cycle?.id ?? null,
  area,
  by,
});
const idsOf = ({ vaccine, cycle }: Scope) => ({ vaccineId: vaccine.id, cycleId: cycle?.id ?? null });

/** Everything but allocation, which depends on the level. */
const loadParts = async (tx: Tx, asked: Asked): Promise<Part[]> =>
  asked.area.level === 'country'
    ? [await loadReported(tx, asked), await loadCountryParts(tx, asked)]
    : [await loadReported(tx, asked), await loadDemanded(tx, asked), await loadDistributed(tx, asked)];

const withinOf = ({ level, code, prefectureCode }: Area) =>
  level === 'country'
    ? {}
    : level === 'prefecture'
      ? { prefectureCode: code }
      : { prefectureCode: prefectureCode ?? '', municipalityCode: code };

/** The stock of a 都道府県 or 市町村 as the ledger knows it now, whatever the クール. */
const loadStocks = async (tx: Tx, { vaccineId, area }: Asked): Promise<Part> => {
  const sums = await loadStockSums(tx, { by: 'municipality', vaccineId, ...withinOf(area) });
  return new Map(
    sums.map((sum) => [
      sum.municipalityCode ?? sum.prefectureCode,
      { stockVials: sum.stock, stockVenues: sum.venues - sum.unknownVenues },
    ]),
  );
};

const loadVenueRows = async (tx: Tx, scope: Scope): Promise<readonly VenueRow[]> => {
  const { code } = scope.area;
  const rows = await loadVenueTotals(tx, { ...idsOf(scope), municipalityCode: code });
  const stocks = await loadStockByVenue(tx, { vaccineId: scope.vaccine.id, municipalityCode: code });
  const known = new Map(stocks.map(({ venueId, stock }) => [String(venueId), stock]));
  return rows.map((row) => {
    const stock = known.get(row.key) ?? null;
    return { ...row, stockVials: stock, stockVenues: stock === null ? 0 : 1 };
  });
};

/** The lines one level down: areas, or the venues of a 市町村. */
export const loadRows = async (tx: Tx, scope: Scope): Promise<readonly (TotalsRow | VenueRow)[]> => {
  const { area } = scope;
  if (area.level === 'municipality') return loadVenueRows(tx, scope);
  const asked = askedOf(scope);
  const given = await loadAllocated(tx, asked, area.level === 'country' ? 'prefectures' : 'municipalities');
  return linesOf(partsOf(area), [
    ...(await loadParts(tx, asked)),
    given,
    ...(area.level === 'country' ? [] : [await loadStocks(tx, asked)]),
    await loadVenueCounts(tx, asked),
  ]);
};

/** The figures of the place itself; `rows` are its parts, as far as they were loaded already. */
export const loadFigures = async (tx: Tx, scope: Scope, rows: readonly TotalsRow[]): Promise<Totals> => {
  const { area, venue } = scope;
  if (venue) return rows.find(({ key }) => key === String(venue.id)) ?? nothing;
  if (area.level === 'country') return addUp(rows);
  const asked = askedOf(scope);
  const given = await loadAllocated(tx, asked, area.level === 'prefecture' ? 'prefectures' : 'municipalities');
  const allocatedUnits = given.get(area.code)?.allocatedUnits ?? null;
  if (area.level === 'prefecture') return { ...addUp(rows), allocatedUnits };
  const parts = [...(await loadParts(tx, asked)), given, await loadStocks(tx, asked), await loadVenueCounts(tx, asked)];
  return linesOf([{ key: area.code, name: area.name }], parts)[0] ?? nothing;
};

type Owing = Pick<Totals, 'venues' | 'basicVenues'>;

/** The approved venues of the place, which owe a report. */
const countOwing = async (tx: Tx, asked: Asked): Promise<Owing> => {
  const counts = await loadVenueCounts(tx, asked);
  const keys = [...counts.keys()].map((key) => ({ key, name: '' }));
  return addUp(linesOf(keys, [counts]));
};

/** The same place クール by クール, in their order; without what has no クール. `owing` if it is known already. */
export const loadCycleRows = async (tx: Tx, scope: Scope, owing?: Owing): Promise<readonly TotalsRow[]> => {
  const asked = askedOf({ ...scope, cycle: null }, 'cycle');
  const cycles = (await loadCycles(tx, { vaccineId: scope.vaccine.id })).toReversed();
  const given = await loadAllocated(tx, asked, scope.area.level === 'municipality' ? 'municipalities' : 'prefectures');
  const lines = linesOf(
    cycles.map((cycle) => ({ key: String(cycle.id), name: cycleName(cycle) })),
    [...(await loadParts(tx, asked)), given],
  );
  const { venues, basicVenues } = owing ?? (await countOwing(tx, asked));
  return lines.map((line) => ({ ...line, venues, basicVenues }));
};

/** 延べ回数 day by day, from the first report to the last; a day without one is null. */
export const loadDaily = async ({ tx }: Pick<ReadCtx, 'tx'>, scope: Scope): Promise<DayDoses[]> => {
  const known = scope.venue
    ? await loadVenueDays(tx, scope.venue.id, idsOf(scope))
    : await loadDays(tx, askedOf(scope));
  const [first, last] = [known[0]?.day, known.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const doses = new Map<Day, number>(known.map((one) => [one.day, one.doses]));
  const days: DayDoses[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ day, doses: doses.get(day) ?? null });
  return days;
};

/** Doses by category and number, with the rows and columns that were ever asked for up to now. */
export const loadBreakdown = async ({ tx, now }: ReadCtx, scope: Scope): Promise<Breakdown> => ({
  shape: await loadPastShape(tx, dayOf(now)),
  cells: scope.venue ? await loadVenueCells(tx, scope.venue.id, idsOf(scope)) : await loadCells(tx, askedOf(scope)),
});
