import type { Frame } from '../allocations/index.ts';
import { splitByWeight } from '../allocations/index.ts';
import type { Rule, RulePart, Take, Weight } from './rules.ts';

/** Who may get something, with every number that it can be weighed by. */
export type Candidate = {
  /** Code of the area, or id of the venue. */
  readonly key: string;
  /** Must not get less: what it has fixed for the level below, in whole units. */
  readonly floor: number;
  /** null: not known, weighs nothing. */
  readonly weights: Readonly<Record<Exclude<Weight, 'listed' | 'equal'>, number | null>>;
};

/** What came in for the giver by frame; a two-part rule follows it. */
export type CameFrames = Readonly<Partial<Record<Frame, number>>>;

/** One receiver's share of one part. */
export type Share = {
  readonly weight: number | null;
  readonly units: number;
  /** Got one of the units that were left after rounding down. */
  readonly raised: boolean;
};
export type PartResult = {
  readonly part: RulePart;
  readonly amount: number;
  readonly allWeight: number;
  /** Nothing weighed anything, so everyone gets the same. */
  readonly even: boolean;
  /** By `came`: the amount follows what came in for this frame. */
  readonly byFrame: boolean;
  readonly shares: ReadonlyMap<string, Share>;
};

export type Proposal = {
  readonly rule: Rule;
  readonly total: number;
  readonly parts: readonly PartResult[];
  /** Receivers that get exactly what they have fixed already, in front of everything else. */
  readonly pinned: ReadonlyMap<string, number>;
  /** What each candidate gets, by frame; the sum is the total. */
  readonly units: ReadonlyMap<string, Readonly<Record<Frame, number>>>;
};
/** Why there is no proposal. */
export type Impossible = 'nobody' | 'floors';

type Order = {
  readonly rule: Rule;
  /** Whole units, from 0 up. */
  readonly total: number;
  readonly candidates: readonly Candidate[];
  readonly came?: CameFrames;
};

/**
 * Splits a total by a rule: whole units by the largest remainder, all of it and no more. The order of the candidates
 * does not matter: they are taken by their key. Who would get less than it has fixed gets that, and the others share
 * the rest.
 */
export const propose = ({ rule, total, candidates, came = {} }: Order): Proposal | Impossible => {
  if (candidates.length === 0) return 'nobody';
  const sorted = [...candidates].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const pinned = new Map<string, number>();
  for (;;) {
    const free = sorted.filter(({ key }) => !pinned.has(key));
    const rest = total - sumOf(pinned.values());
    if (rest < 0 || (free.length === 0 && rest > 0)) return 'floors';
    const parts = free.length === 0 ? [] : splitParts(rule, rest, free, came);
    const below = free.filter(({ key, floor }) => sumOf(parts.map(({ shares }) => unitsIn(shares, key))) < floor);
    if (below.length === 0) return { rule, total, parts, pinned, units: unitsOf(sorted, parts, pinned) };
    for (const { key, floor } of below) pinned.set(key, floor);
  }
};

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, n) => sum + n, 0);
const unitsIn = (shares: PartResult['shares'], key: string): number => shares.get(key)?.units ?? 0;

const splitParts = (rule: Rule, total: number, candidates: readonly Candidate[], came: CameFrames): PartResult[] => {
  const byFrame = framesCame(rule, came);
  let left = total;
  return rule.parts.map((part) => {
    const numbers = candidates.map((one) => weightOf(rule, part.weight, one));
    const weights = numbers.map((n) => n ?? 0);
    const amount = Math.min(left, byFrame?.(part, total, left) ?? amountOf(part.take, total, left, sumOf(weights)));
    left -= amount;
    return splitPart(part, amount, candidates, numbers, byFrame !== null);
  });
};

const amountOf = (take: Take, total: number, left: number, allWeight: number): number => {
  if (take === 'rest') return left;
  return 'each' in take ? take.each * allWeight : Math.floor((total * take.share) / take.of);
};

/** Where a rule has one part a frame and the amount came in by frames, each part gets what came in for its frame. */
const framesCame = (rule: Rule, { plan, adjustment }: CameFrames) => {
  const [first, second] = rule.parts;
  if (rule.parts.length !== 2 || first?.frame !== 'plan' || second?.frame !== 'adjustment') return null;
  if (plan === undefined || adjustment === undefined || plan + adjustment === 0) return null;
  return (part: RulePart, total: number, left: number): number =>
    part === second ? left : Math.floor((total * plan) / (plan + adjustment));
};

const weightOf = (rule: Rule, weight: Weight, { key, weights }: Candidate): number | null => {
  if (weight === 'equal') return 1;
  return weight === 'listed' ? (rule.listed?.[key] ?? 1) : weights[weight];
};

const splitPart = (
  part: RulePart,
  amount: number,
  candidates: readonly Candidate[],
  numbers: readonly (number | null)[],
  byFrame: boolean,
): PartResult => {
  const weights = numbers.map((n) => n ?? 0);
  const allWeight = sumOf(weights);
  const units = splitByWeight(amount, weights);
  const even = allWeight === 0;
  const whole = even ? candidates.length : allWeight;
  const shares = candidates.map(({ key }, i): [string, Share] => {
    const got = units[i] ?? 0;
    const down = (BigInt(amount) * BigInt(even ? 1 : (weights[i] ?? 0))) / BigInt(whole);
    return [key, { weight: numbers[i] ?? null, units: got, raised: BigInt(got) > down }];
  });
  return { part, amount, allWeight, even, byFrame, shares: new Map(shares) };
};

const unitsOf = (candidates: readonly Candidate[], parts: readonly PartResult[], pinned: ReadonlyMap<string, number>) =>
  new Map(
    candidates.map(({ key }) => {
      const inFrame = (frame: Frame): number =>
        sumOf(parts.filter(({ part }) => part.frame === frame).map(({ shares }) => unitsIn(shares, key)));
      return [key, { plan: inFrame('plan') + (pinned.get(key) ?? 0), adjustment: inFrame('adjustment') }];
    }),
  );

/** Both frames of a receiver together; 0 for a stranger. */
export const givenTo = ({ units }: Proposal, key: string): number => {
  const given = units.get(key);
  return given ? given.plan + given.adjustment : 0;
};
