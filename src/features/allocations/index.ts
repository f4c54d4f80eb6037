/** Chapter 3 and S5–S7, S15, S16: 分配 down the levels, 分配確定. */
declare module '../../kernel/event.ts' {
  interface Events {
    /** A municipality fixed what its venues get; the rows of the distributions stand. */
    'allocation.fixed': { readonly cycleId: number; readonly municipalityCode: string; readonly sheetId: number };
  }
}

export { splitByWeight } from './allocation.ts';
export type { DistributionRow } from './allocations.tables.ts';
export { allocationsWaiting, type WaitingAllocation } from './allocations-waiting.service.ts';
export { type Item, itemNames, items } from './distribution.ts';
export { itemsFor, type WantedItem } from './distribution-plan.ts';
export { allocationsRoom } from './routes.ts';
export type { Frame, Giver, Level, Line, Sheet, SheetState } from './sheet.ts';
