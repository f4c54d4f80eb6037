import type { PlanChange } from './cycle-input.ts';

/** What changed in a published クール, and why. */
export type CycleChange = {
  readonly at: Date;
  readonly reason: string;
  readonly changes: readonly PlanChange[];
};

/** 接種の区分: the first shots, the boosters … each counts its クール from 1. */
export type Campaign = { readonly id: number; readonly name: string };
