import { parseBlock } from './block.ts';
import { type Cell, cellIn, cellSelector, fieldFrom, horizontal, vertical } from './grid-cells.ts';
import { enter, redo, settle, takeBackTyping, undo, writeAll } from './grid-undo.ts';
import { all, make, on } from './on.ts';

const go = (cell: Cell | null, event: Event): void => {
  if (!cell) return;
  event.preventDefault();
  cell.focus();
  cell.select();
};

const atStart = (cell: Cell): boolean => cell.selectionStart === 0;
const atEnd = (cell: Cell): boolean => cell.selectionEnd === cell.value.length;

const onKey = (cell: Cell, event: KeyboardEvent): void => {
  if (event.isComposing || event.altKey) return;
  const far = event.ctrlKey || event.metaKey;
  if (event.key === 'ArrowDown') go(vertical(cell, 1, far), event);
  else if (event.key === 'ArrowUp') go(vertical(cell, -1, far), event);
  else if (far) onCommand(cell, event);
  else if (event.key === 'ArrowRight' && atEnd(cell)) go(horizontal(cell, 1), event);
  else if (event.key === 'ArrowLeft' && atStart(cell)) go(horizontal(cell, -1), event);
  else if (event.key === 'Enter') {
    event.preventDefault();
    go(vertical(cell, event.shiftKey ? -1 : 1), event);
  } else if (event.key === 'Escape' && takeBackTyping(cell)) event.preventDefault();
};

const onCommand = (cell: Cell, event: KeyboardEvent): void => {
  const key = event.key.toLowerCase();
  const again = key === 'y' || (key === 'z' && event.shiftKey);
  if (again ? redo() : key === 'z' && undo(cell)) event.preventDefault();
};

/** Fills a block as copied from a spreadsheet, from this cell to the right and down; says what did not fit. */
const onPaste = (cell: Cell, event: ClipboardEvent): void => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\r\n]/.test(text.replace(/\r?\n$/, ''))) return;
  event.preventDefault();
  const { columns, rows } = fieldFrom(cell);
  const fits: [Cell, string][] = [];
  let over = 0;
  parseBlock(text).forEach((line, down) => {
    line.forEach((value, right) => {
      const target = cellIn(rows[down]?.cells[columns[right] ?? -1]);
      if (target) fits.push([target, value]);
      else if (value !== '') over += 1;
    });
  });
  settle(cell);
  writeAll(fits);
  say(cell, fits.length, over);
};

const say = (cell: Cell, fits: number, over: number): void => {
  const out = cell.closest('.table-box')?.nextElementSibling;
  if (!out?.matches('[data-grid-said]')) return;
  const left =
    over > 0 ? `表からはみ出した、または入力できない欄の${over.toLocaleString('ja-JP')}件は貼り付けていません。` : '';
  out.textContent = `${fits.toLocaleString('ja-JP')}件を貼り付けました。${left}取り消すときは Ctrl＋Z を押してください。`;
};

/** Spreadsheet habits in tables of inputs; Tab goes on as everywhere. */
export const grids = (): void => {
  const cell = `[data-grid] ${cellSelector}`;
  for (const grid of all('[data-grid]'))
    grid.closest('.table-box')?.after(make('p', { class: 'grid-said', role: 'status', 'data-grid-said': '' }));
  on('keydown', cell, (input, event) => onKey(input as Cell, event));
  on('paste', cell, (input, event) => onPaste(input as Cell, event));
  on('focusin', cell, (input) => {
    enter(input as Cell);
    (input as Cell).select();
  });
  on('focusout', cell, (input) => settle(input as Cell));
};
