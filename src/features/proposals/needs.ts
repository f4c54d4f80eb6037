import type { NeedDays } from './rules.ts';

/** What is known of a venue's vaccine, in doses; null: not known. */
export type VenueFigures = {
  readonly key: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  /** 納入希望量 in units, as the municipality corrected it. */
  readonly demand: number | null;
  /** What is left by the ledger (S26); below zero where more went than came. */
  readonly stock: number | null;
  /** Used by the latest report, and by the one before the look-back began. */
  readonly used: number | null;
  readonly usedBefore: number | null;
  readonly hasDoctor: boolean;
};

export type Need = {
  /** Doses that the venue is short of, from 0 up. */
  readonly doses: number;
  /** Stock or use is not known, so its demand stands in. */
  readonly assumed: boolean;
};

/** S17 「在庫と使用実績から」: use of the last days, stretched over the days to cover, less the stock (S26). */
export const needOf = (
  { demand, stock, used, usedBefore }: VenueFigures,
  { lookBackDays, coverDays }: NeedDays,
  dosesPerUnit: number,
): Need => {
  if (stock === null || used === null) return { doses: (demand ?? 0) * dosesPerUnit, assumed: true };
  // A cumulative count that was corrected downwards is no use below zero.
  const lately = Math.max(0, used - (usedBefore ?? 0));
  const wanted = Math.ceil((lately * coverDays) / lookBackDays);
  return { doses: Math.max(0, wanted - Math.max(0, stock)), assumed: false };
};

export type Weighing = {
  readonly demand: number | null;
  readonly need: number;
  readonly venues: number;
  /** Venues whose stock and use are known. */
  readonly known: number;
};

/** Adds the venues up by area (or by venue), however they come. */
export const weighBy = (
  venues: readonly VenueFigures[],
  keyOf: (venue: VenueFigures) => string,
  days: NeedDays,
  dosesPerUnit: number,
): Map<string, Weighing> => {
  const sums = new Map<string, Weighing>();
  for (const venue of venues) {
    const before = sums.get(keyOf(venue)) ?? { demand: null, need: 0, venues: 0, known: 0 };
    const need = needOf(venue, days, dosesPerUnit);
    sums.set(keyOf(venue), {
      demand: venue.demand === null ? before.demand : (before.demand ?? 0) + venue.demand,
      need: before.need + need.doses,
      venues: before.venues + 1,
      known: before.known + (need.assumed ? 0 : 1),
    });
  }
  return sums;
};
