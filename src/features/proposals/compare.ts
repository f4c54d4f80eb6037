import type { Weighing } from './needs.ts';
import { givenTo, type Proposal } from './propose.ts';

/** What a proposal would do, in a few figures. */
export type Outcome = {
  readonly plan: number;
  readonly adjustment: number;
  /** Receivers that get something, and that get none. */
  readonly some: number;
  readonly none: number;
  /** Receivers that get more than they asked for; those that entered nothing are not counted. */
  readonly over: number;
  readonly least: number;
  readonly most: number;
};

/** Adds a proposal up against what was asked for. */
export const outcomeOf = (proposal: Proposal, weighings: ReadonlyMap<string, Weighing>): Outcome => {
  const given = [...proposal.units].map(([key, { plan, adjustment }]) => ({
    plan,
    adjustment,
    units: givenTo(proposal, key),
    demand: weighings.get(key)?.demand ?? null,
  }));
  const units = given.map((one) => one.units);
  return {
    plan: given.reduce((sum, { plan }) => sum + plan, 0),
    adjustment: given.reduce((sum, { adjustment }) => sum + adjustment, 0),
    some: units.filter((n) => n > 0).length,
    none: units.filter((n) => n === 0).length,
    over: given.filter((one) => one.demand !== null && one.units > one.demand).length,
    least: units.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER),
    most: units.reduce((a, b) => Math.max(a, b), 0),
  };
};
