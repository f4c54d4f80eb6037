import { all, on, type } from './on.ts';

type Cell = HTMLInputElement;
type Move = { readonly cell: Cell; readonly value: string };

const cellsOf = (row: HTMLTableRowElement): Cell[] => all<Cell>('input[data-cell]', row);
const rowsOf = (grid: HTMLElement): HTMLTableRowElement[] =>
  all<HTMLTableRowElement>('tbody tr', grid).filter((row) => cellsOf(row).length > 0);

/** The input so many rows and columns away. */
const away = (cell: Cell, down: number, right: number): Cell | undefined => {
  const grid = cell.closest<HTMLElement>('[data-grid]');
  const row = cell.closest('tr');
  if (!grid || !row) return undefined;
  const rows = rowsOf(grid);
  const target = rows[rows.indexOf(row) + down];
  return target && cellsOf(target)[cellsOf(row).indexOf(cell) + right];
};

const go = (cell: Cell | undefined, event: Event): void => {
  if (!cell) return;
  event.preventDefault();
  cell.focus();
  cell.select();
};

const atStart = (cell: Cell): boolean => cell.selectionStart === 0;
const atEnd = (cell: Cell): boolean => cell.selectionEnd === cell.value.length;

const onKey = (cell: Cell, event: KeyboardEvent): void => {
  if (event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'z') undo(event);
  } else if (event.key === 'ArrowDown') go(away(cell, 1, 0), event);
  else if (event.key === 'ArrowUp') go(away(cell, -1, 0), event);
  else if (event.key === 'ArrowRight' && atEnd(cell)) go(away(cell, 0, 1), event);
  else if (event.key === 'ArrowLeft' && atStart(cell)) go(away(cell, 0, -1), event);
  else if (event.key === 'Enter') {
    event.preventDefault();
    go(away(cell, event.shiftKey ? -1 : 1, 0), event);
  }
};

const pasted: Move[][] = [];

/** Fills a block as copied from a spreadsheet, from this cell to the right and down. */
const onPaste = (cell: Cell, event: ClipboardEvent): void => {
  const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  const moves: Move[] = [];
  text.split(/\r?\n/).forEach((line, down) => {
    line.split('\t').forEach((value, right) => {
      const target = away(cell, down, right);
      if (!target || target.readOnly || target.disabled) return;
      moves.push({ cell: target, value: target.value });
      type(target, value.trim());
    });
  });
  pasted.push(moves);
};

/** Takes back a pasted block; typing is taken back by the browser. */
const undo = (event: Event): void => {
  const moves = pasted.pop();
  if (!moves) return;
  event.preventDefault();
  for (const { cell, value } of moves) type(cell, value);
};

/** Spreadsheet habits in tables of inputs. */
export const grids = (): void => {
  const cell = '[data-grid] input[data-cell]';
  on('keydown', cell, (input, event) => onKey(input as Cell, event));
  on('paste', cell, (input, event) => onPaste(input as Cell, event));
  on('focusin', cell, (input) => (input as Cell).select());
};
