import { addDays, type Day } from '../kernel/calendar.ts';
import type { FixedSheet } from './allocation-rows.ts';
import { CYCLES, type DemoCycle } from './cycles.ts';
import { SHIBAKOEN } from './home-venues.ts';
import { dosesPerVialOn, type Vaccine } from './offices.ts';
import { randomOf } from './random.ts';
import { at, DEMO_DAY } from './time.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** A running total that a venue registered. */
export type DemoReport = {
  readonly venue: PlacedVenue;
  readonly cycle: number;
  readonly version: number;
  readonly registeredAt: string;
  /** By `category.number`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly discarded: number;
  /** A サテライト型 whose municipality typed it (代行入力). */
  readonly byOffice: boolean;
};

/** Who was vaccinated in April 2021, in parts of all doses. */
const MIX = {
  'health_worker.1': 0.34,
  'health_worker.2': 0.22,
  'care_worker.1': 0.06,
  'care_worker.2': 0.01,
  'elderly.1': 0.33,
  'underlying.1': 0.02,
  'other.1': 0.02,
} as const;
const CELLS = ['health_worker', 'care_worker', 'elderly', 'underlying', 'other'].flatMap((category) =>
  [1, 2].map((number) => `${category}.${number}`),
);

/** Doses as the report's table holds them, from the smallest share up, so that a larger total has no smaller cell. */
const spread = (doses: number): Record<string, number> => {
  const counts = Object.fromEntries(CELLS.map((cell) => [cell, 0]));
  let left = doses;
  for (const [cell, share] of Object.entries(MIX)) {
    if (cell === 'health_worker.1') continue;
    counts[cell] = Math.floor(doses * share);
    left -= counts[cell];
  }
  counts['health_worker.1'] = left;
  return counts;
};

/** Days of reports in a クール: from its 標準接種期間 to the day before the next one's, and never after the demo's morning. */
const reportDays = (cycle: DemoCycle): readonly (readonly [day: Day, minute: number])[] => {
  const [from] = cycle.vaccination;
  if (from > DEMO_DAY) return [];
  return from === DEMO_DAY
    ? [[from, 8 * 60]]
    : [
        [addDays(from, 2), 16 * 60],
        [addDays(from, 4), 17 * 60],
      ];
};

/** Doses that came to a venue with each クール that has arrived. */
const arrivals = (rounds: readonly (readonly FixedSheet[])[], vaccine: Vaccine) => {
  const venues = new Map<PlacedVenue, Map<number, number>>();
  for (const [i, sheets] of rounds.entries()) {
    const cycle = CYCLES[i];
    if (!cycle?.received) continue;
    const perBox = vaccine.vialsPerUnit * dosesPerVialOn(vaccine, cycle.delivery[0]);
    for (const { venue, boxes } of sheets.flatMap(({ grants }) => grants))
      if (boxes > 0) venues.set(venue, (venues.get(venue) ?? new Map()).set(cycle.number, boxes * perBox));
  }
  return venues;
};

/**
 * What was reported by the morning the demo begins. The demo's own venues have reported nothing, so that there is
 * something to do; one venue in eight forgets a クール.
 */
export const demoReports = (
  rounds: readonly (readonly FixedSheet[])[],
  venues: readonly PlacedVenue[],
  vaccine: Vaccine,
): readonly DemoReport[] => {
  const came = arrivals(rounds, vaccine);
  const basics = [...came].flatMap(([venue, doses]) => (venue.code === SHIBAKOEN ? [] : basicReports(venue, doses)));
  const reporting = new Set(basics.map(({ venue }) => venue.code));
  const satellites = venues.filter(
    ({ code, basicCode }) => basicCode !== null && reporting.has(basicCode) && randomOf('proxy', code).chance(0.3),
  );
  return [...basics, ...satellites.map(satelliteReport)];
};

const basicReports = (venue: PlacedVenue, came: ReadonlyMap<number, number>): DemoReport[] => {
  const reports: DemoReport[] = [];
  let [there, used] = [0, 0];
  for (const cycle of CYCLES) {
    there += came.get(cycle.number) ?? 0;
    const random = randomOf('reports', cycle.number, venue.code);
    if (there === 0 || !random.chance(cycle.vaccination[0] === DEMO_DAY ? 0.15 : 0.88)) continue;
    for (const [day, minute] of reportDays(cycle)) {
      used += Math.floor((there - used) * (0.2 + random.unit() * 0.4));
      reports.push({
        venue,
        cycle: cycle.number,
        version: reports.length + 1,
        registeredAt: at(addDays(day, day === DEMO_DAY ? 0 : random.between(0, 1)), minute + random.between(0, 55)),
        counts: spread(used),
        discarded: (reports.at(-1)?.discarded ?? 0) + (random.chance(0.04) ? 1 : 0),
        byOffice: false,
      });
    }
  }
  return reports;
};

const satelliteReport = (venue: PlacedVenue): DemoReport => {
  const random = randomOf('reports', venue.code);
  return {
    venue,
    cycle: 2,
    version: 1,
    registeredAt: at('2021-04-23', random.between(9 * 60, 17 * 60)),
    counts: spread(random.between(6, 90)),
    discarded: 0,
    byOffice: true,
  };
};
