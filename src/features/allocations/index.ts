/** Chapter 3 and S5–S7, S15, S16: 分配 down the levels, 分配確定. */
import './allocations.tables.ts';

declare module '../../kernel/event.ts' {
  interface Events {
    /** A municipality fixed what its venues get; the rows of the distributions stand. */
    'allocation.fixed': { readonly cycleId: number; readonly municipalityCode: string; readonly sheetId: number };
  }
}

export { splitByWeight } from './allocation.ts';
export { allocationsWaiting } from './allocations-waiting.service.ts';
export type { Item } from './distribution.ts';
export { itemsFor } from './distribution-plan.ts';
export { loadSheetPage, ownGiver } from './load-sheet-page.service.ts';
export { allocationsRoom } from './routes.ts';
export { saveDraft } from './save-draft.service.ts';
export { type Frame, type Giver, type Level, levels } from './sheet.ts';
export type { OpenPage } from './sheet-data.ts';
export { isEntered, sheetShapes } from './sheet-shape.ts';
