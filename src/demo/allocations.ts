import { municipalitiesOf, prefectures } from '../features/areas/index.ts';
import type { DemoCycle } from './cycles.ts';
import { askedByMunicipality, boxesOf, type Demand, suppliesByPrefecture } from './demands.ts';
import { SHIBAKOEN } from './home-venues.ts';
import { HOME } from './places.ts';
import { split, splitAbove } from './split.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** Boxes in 基本計画枠 and 調整枠; the second is null where there is none. */
export type Share = { readonly code: string; readonly plan: number; readonly adjustment: number | null };
export type Grant = { readonly venue: PlacedVenue; readonly boxes: number };

/** Who gives how much to whom in a クール, at every level. */
export type Allocation = {
  /** By prefecture code. */
  readonly national: readonly Share[];
  /** What each prefecture gives, by municipality code. */
  readonly prefectural: ReadonlyMap<string, readonly Share[]>;
  /** What each municipality gives to its venues; one that holds boxes without a venue to give them to has none. */
  readonly municipal: ReadonlyMap<string, readonly Grant[]>;
};

const boxesIn = ({ plan, adjustment }: Share): number => plan + (adjustment ?? 0);

/** クール 4 gave one box to every municipality and the rest by request; the others all by request. */
const oneEach = (cycle: DemoCycle): boolean => cycle.number === 4;

export const allocate = (cycle: DemoCycle, demands: readonly Demand[]): Allocation => {
  const asked = askedByMunicipality(demands);
  const national = oneEach(cycle) ? nationalOneEach(cycle, asked) : nationalByRequest(cycle);
  const prefectural = new Map(national.map((share) => [share.code, prefecturalOf(share, asked)]));
  const got = new Map([...prefectural.values()].flat().map((share) => [share.code, boxesIn(share)]));
  return { national, prefectural, municipal: municipalOf(got, demands) };
};

const nationalByRequest = (cycle: DemoCycle): Share[] => {
  const supplies = suppliesByPrefecture(cycle);
  return prefectures().map(({ code }, i) => ({ code, plan: supplies[i] ?? 0, adjustment: null }));
};

const above = (asked: ReadonlyMap<string, number>, code: string): number => Math.max(0, (asked.get(code) ?? 0) - 1);

const nationalOneEach = (cycle: DemoCycle, asked: ReadonlyMap<string, number>): Share[] => {
  const counts = prefectures().map(({ code }) => municipalitiesOf(code).length);
  const rest = cycle.supply - counts.reduce((sum, count) => sum + count, 0);
  const wishes = prefectures().map(({ code }) =>
    municipalitiesOf(code).reduce((sum, one) => sum + above(asked, one.code), 0),
  );
  const adjustments = split(rest, wishes);
  return prefectures().map(({ code }, i) => ({ code, plan: counts[i] ?? 0, adjustment: adjustments[i] ?? 0 }));
};

const prefecturalOf = (given: Share, asked: ReadonlyMap<string, number>): Share[] => {
  const here = municipalitiesOf(given.code);
  if (given.adjustment !== null) {
    const adjustments = split(
      given.adjustment,
      here.map(({ code }) => above(asked, code)),
    );
    return here.map(({ code }, i) => ({ code, plan: 1, adjustment: adjustments[i] ?? 0 }));
  }
  const plans = splitAbove(
    given.plan,
    here.map(({ code }) => asked.get(code) ?? 0),
    here.map(({ code }) => (code === HOME.municipality ? 1 : 0)),
  );
  return here.map(({ code }, i) => ({ code, plan: plans[i] ?? 0, adjustment: null }));
};

const municipalOf = (
  got: ReadonlyMap<string, number>,
  demands: readonly Demand[],
): ReadonlyMap<string, readonly Grant[]> => {
  const here = Map.groupBy(demands, ({ venue }) => venue.municipality.code);
  const granted = [...here]
    .filter(([code]) => got.get(code))
    .map(([code, asking]) => {
      const boxes = splitAbove(
        got.get(code) ?? 0,
        asking.map(boxesOf),
        asking.map(({ venue }) => (venue.code === SHIBAKOEN ? 1 : 0)),
      );
      return [code, asking.map(({ venue }, i) => ({ venue, boxes: boxes[i] ?? 0 }))] as const;
    });
  return new Map(granted);
};
