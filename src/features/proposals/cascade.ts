import { type Boxes, boxes, vials } from '../../kernel/quantities.ts';
import { itemsFor } from '../allocations/index.ts';
import { type VenueFigures, weighBy } from './needs.ts';
import { type CameFrames, type Candidate, givenTo, type Proposal, propose } from './propose.ts';
import type { NeedDays, Rule } from './rules.ts';

type Pack = { readonly vialsPerUnit: number; readonly dilution: boolean };

/** The rules that the levels below would follow. */
export type RulesBelow = { readonly prefectural: Rule; readonly municipal: Rule };

/** What would reach the venues of a prefecture, item by item; needles and syringes in boxes of 100. */
export type Reached = {
  readonly units: number;
  /** Units for which no venue of the municipality may be given anything. */
  readonly stranded: number;
  readonly municipalities: number;
  readonly venues: number;
  readonly doses: number;
  readonly needles: number;
  readonly syringes: number;
  readonly diluentSyringes: number;
};

type Order = {
  readonly proposal: Proposal;
  readonly below: RulesBelow;
  readonly venues: readonly VenueFigures[];
  readonly municipalitiesOf: (prefectureCode: string) => readonly { readonly code: string }[];
  readonly populationOf: (code: string) => number | null;
  readonly days: NeedDays;
  readonly pack: Pack;
  readonly dosesPerVial: number;
};

/** What-if for 国: its proposal carried down to the municipalities and venues, by prefecture. */
export const cascade = (order: Order): Map<string, Reached> => {
  const { proposal, venues, municipalitiesOf, populationOf, days, pack, dosesPerVial } = order;
  const perUnit = pack.vialsPerUnit * dosesPerVial;
  const byMunicipality = weighBy(venues, ({ municipalityCode }) => municipalityCode, days, perUnit);
  const venuesOf = Map.groupBy(venues.filter(mayGet), ({ municipalityCode }) => municipalityCode);
  return new Map(
    [...proposal.units].map(([code, came]) => {
      const candidates = municipalitiesOf(code).map(({ code: key }): Candidate => {
        const weighing = byMunicipality.get(key);
        const [demand, need] = [weighing?.demand ?? null, weighing?.need ?? null];
        return { key, floor: 0, weights: { population: populationOf(key), municipalities: 1, demand, need } };
      });
      const total = givenTo(proposal, code);
      const split = propose({ rule: order.below.prefectural, total, candidates, came });
      if (typeof split === 'string') return [code, { ...nothing, units: total, stranded: total }];
      return [code, reach(order, total, split, venuesOf)];
    }),
  );
};

const nothing: Reached = {
  units: 0,
  stranded: 0,
  municipalities: 0,
  venues: 0,
  doses: 0,
  needles: 0,
  syringes: 0,
  diluentSyringes: 0,
};

const mayGet = ({ hasDoctor, demand }: VenueFigures): boolean => hasDoctor && demand !== null;

const reach = (
  { below, days, pack, dosesPerVial }: Order,
  units: number,
  split: Proposal,
  venuesOf: ReadonlyMap<string, readonly VenueFigures[]>,
): Reached => {
  const sum = { ...nothing, units };
  for (const key of split.units.keys()) {
    const total = givenTo(split, key);
    if (total === 0) continue;
    const given = splitVenues(below.municipal, total, venuesOf.get(key) ?? [], days, pack.vialsPerUnit * dosesPerVial);
    if (!given) {
      sum.stranded += total;
      continue;
    }
    sum.municipalities += 1;
    for (const count of given) if (count > 0) add(sum, boxes(count), pack, dosesPerVial);
  }
  return sum;
};

const splitVenues = (rule: Rule, total: number, venues: readonly VenueFigures[], days: NeedDays, perUnit: number) => {
  const weighings = weighBy(venues, ({ key }) => key, days, perUnit);
  const candidates = [...weighings].map(
    ([key, { demand, need }]): Candidate => ({
      key,
      floor: 0,
      weights: { population: null, municipalities: null, demand, need },
    }),
  );
  const split = propose({ rule, total, candidates, came: noFrames });
  return typeof split === 'string' ? null : [...split.units.values()].map(({ plan, adjustment }) => plan + adjustment);
};
const noFrames: CameFrames = {};

type Sum = { -readonly [K in keyof Reached]: Reached[K] };
const supplies = { needle: 'needles', syringe: 'syringes', diluent_syringe: 'diluentSyringes' } as const;

const add = (sum: Sum, units: Boxes, pack: Pack, dosesPerVial: number): void => {
  sum.venues += 1;
  const given = { venueId: 0, units, vials: vials(units * pack.vialsPerUnit) };
  for (const { item, units: packs, doses } of itemsFor(given, pack, dosesPerVial))
    if (item === 'vaccine') sum.doses += doses ?? 0;
    else sum[supplies[item]] += packs ?? 0;
};

/** All prefectures together. */
export const totalReached = (reached: Iterable<Reached>): Reached => {
  const sum: Sum = { ...nothing };
  for (const one of reached) for (const key of Object.keys(sum) as (keyof Reached)[]) sum[key] += one[key];
  return sum;
};
