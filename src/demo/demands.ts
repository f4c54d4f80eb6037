import { prefectures } from '../features/areas/index.ts';
import { CYCLES, type DemoCycle } from './cycles.ts';
import { SHIBAKOEN } from './home-venues.ts';
import { randomOf } from './random.ts';
import { split } from './split.ts';
import { at, businessDays, inOfficeHours } from './time.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** What a venue asked for in a クール and what its municipality made of it. */
export type Demand = {
  readonly venue: PlacedVenue;
  readonly requested: number;
  readonly corrected: number | null;
  readonly reason: string | null;
  readonly registeredAt: string;
};

/** The boxes that count: corrected, else as asked. */
export const boxesOf = ({ corrected, requested }: Demand): number => corrected ?? requested;

/** クール 4: 7,322 boxes were asked for. */
const ASKED_IN_4 = 7322;
const SHARE: Readonly<Record<number, number>> = { 1: 1, 2: 0.85, 3: 0.85, 4: 0.97 };
const REASONS = [
  '冷凍庫の容量を超えるため',
  '接種予定者数に対して過大なため',
  '会場の予約枠に合わせるため（電話で確認済み）',
];

/** 2 boxes a prefecture in クール 1, 4 for 東京・神奈川・大阪; in 2 and 3 by people. */
export const suppliesByPrefecture = (cycle: DemoCycle): readonly number[] =>
  cycle.number === 1
    ? prefectures().map(({ code }) => (['13', '14', '27'].includes(code) ? 4 : 2))
    : split(
        cycle.supply,
        prefectures().map(({ population }) => population),
      );

/** Boxes asked for in each prefecture: always more than there is to give. */
const askedByPrefecture = (cycle: DemoCycle): readonly number[] =>
  cycle.number === 4
    ? split(
        ASKED_IN_4,
        prefectures().map(({ population }) => population),
      )
    : suppliesByPrefecture(cycle).map((supply) => (cycle.number === 1 ? 2 * supply : Math.round(1.5 * supply)));

/** The demands of a クール, by the order of the venues. Only a 基本型 with a doctor can ask. */
export const demandsOf = (cycle: DemoCycle, venues: readonly PlacedVenue[]): readonly Demand[] => {
  const able = venues.filter(({ role, doctors }) => role === 'basic' && doctors > 0);
  if (cycle.done === null) return openDemands(cycle, able);
  const asked = askedByPrefecture(cycle);
  return prefectures().flatMap(({ code }, i) =>
    closedDemands(
      cycle,
      asked[i] ?? 0,
      able.filter(({ municipality }) => municipality.prefectureCode === code),
    ),
  );
};

const isHome = ({ code }: PlacedVenue): boolean => code === SHIBAKOEN;

const closedDemands = (cycle: DemoCycle, asked: number, able: readonly PlacedVenue[]): Demand[] => {
  const entered = new Set(
    able
      .map((venue) => ({ venue, lot: isHome(venue) ? -1 : randomOf('asks', cycle.number, venue.code).unit() }))
      .filter(({ lot }) => lot < (SHARE[cycle.number] ?? 1))
      .sort((a, b) => a.lot - b.lot)
      .slice(0, asked)
      .map(({ venue }) => venue),
  );
  const asking = able.filter((venue) => entered.has(venue));
  const more = split(
    asked - asking.length,
    asking.map(({ size }) => size),
  );
  return asking.map((venue, i) => closedDemand(cycle, venue, 1 + (more[i] ?? 0)));
};

const closedDemand = (cycle: DemoCycle, venue: PlacedVenue, boxes: number): Demand => {
  const random = randomOf('demand', cycle.number, venue.code);
  const [from, to] = cycle.registration;
  const registeredAt = inOfficeHours(random, random.pick(businessDays(from, to)));
  const corrected = boxes > 1 && !isHome(venue) && random.chance(0.06);
  return {
    venue,
    requested: boxes + (corrected ? random.between(1, 2) : 0),
    corrected: corrected ? boxes : null,
    reason: corrected ? random.pick(REASONS) : null,
    registeredAt,
  };
};

/** The クール that opens as the demo begins: two of three have entered at once, like their last request or a little more. */
const openDemands = (cycle: DemoCycle, able: readonly PlacedVenue[]): Demand[] => {
  const before = CYCLES.find(({ number }) => number === cycle.number - 1);
  const last = new Map(before ? demandsOf(before, able).map(({ venue, requested }) => [venue, requested]) : []);
  return able.flatMap((venue) => {
    const random = randomOf('demand', cycle.number, venue.code);
    if (isHome(venue) || !random.chance(0.67)) return [];
    const requested = Math.max(1, Math.round((last.get(venue) ?? venue.size) * (0.8 + random.unit() / 2)));
    return [{ venue, requested, corrected: null, reason: null, registeredAt: at(cycle.registration[0], 9 * 60) }];
  });
};

/** Boxes by municipality code. */
export const askedByMunicipality = (demands: readonly Demand[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const demand of demands) {
    const { code } = demand.venue.municipality;
    sums.set(code, (sums.get(code) ?? 0) + boxesOf(demand));
  }
  return sums;
};
