/** Chapter 3 and S5–S7: 分配 down the levels, 分配確定. */
declare module '../../kernel/event.ts' {
  interface Events {
    /** A municipality fixed what its venues get; the rows of the distributions stand. */
    'allocation.fixed': { readonly cycleId: number; readonly municipalityCode: string; readonly sheetId: number };
  }
}

export type { DistributionRow } from './allocations.tables.ts';
export { type Item, itemNames, items } from './distribution.ts';
