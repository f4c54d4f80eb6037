import type { Cell } from './grid-cells.ts';
import { type } from './on.ts';

type Move = { readonly cell: Cell; readonly before: string; readonly after: string };

const done: Move[][] = [];
const undone: Move[][] = [];
/** What stood in a cell when it was last left alone. */
const settled = new WeakMap<Cell, string>();

/** A cell is entered: from here on its typing counts as one step. */
export const enter = (cell: Cell): void => {
  settled.set(cell, cell.value);
};

/** A cell is left: what was typed becomes a step that can be taken back. */
export const settle = (cell: Cell): void => {
  const before = settled.get(cell) ?? cell.value;
  if (before !== cell.value) keep([{ cell, before, after: cell.value }]);
  settled.set(cell, cell.value);
};

/** Writes many cells as one step. */
export const writeAll = (values: readonly (readonly [Cell, string])[]): void => {
  const moves = values.map(([cell, after]) => ({ cell, before: cell.value, after }));
  apply(moves, 'after');
  if (moves.length > 0) keep(moves);
};

/** Escape: the cell as it was when it was entered. */
export const takeBackTyping = (cell: Cell): boolean => {
  const before = settled.get(cell);
  if (before === undefined || before === cell.value) return false;
  type(cell, before);
  return true;
};

/** Takes the last step back; false when there is none. */
export const undo = (at: Cell): boolean => {
  settle(at);
  return shift(done, undone, 'before');
};

/** Takes the last undo back. */
export const redo = (): boolean => shift(undone, done, 'after');

const keep = (moves: readonly Move[]): void => {
  done.push([...moves]);
  undone.length = 0;
};

const shift = (from: Move[][], to: Move[][], side: 'before' | 'after'): boolean => {
  const moves = from.pop();
  if (!moves) return false;
  apply(moves, side);
  to.push(moves);
  moves[0]?.cell.focus();
  return true;
};

const apply = (moves: readonly Move[], side: 'before' | 'after'): void => {
  for (const move of moves) {
    type(move.cell, move[side]);
    settled.set(move.cell, move[side]);
  }
};
