/** Where an input stands in its table: found by row and column of the table, so that a row with fewer inputs shifts nothing. */
export type Cell = HTMLInputElement;
export const cellSelector = 'input[data-cell]:not([type="checkbox"], [type="radio"], [type="hidden"])';

export const cellIn = (box: Element | null | undefined): Cell | null => {
  const cell = box?.querySelector<Cell>(cellSelector) ?? null;
  return cell && !cell.readOnly && !cell.disabled ? cell : null;
};

const boxOf = (cell: Cell): HTMLTableCellElement | null => cell.closest('td, th');
const rowOf = (cell: Cell): HTMLTableRowElement | null => cell.closest('tr');

/** The next input above (-1) or below (1) in the same column; `far`: the last one that way. */
export const vertical = (cell: Cell, step: 1 | -1, far = false): Cell | null => {
  const column = boxOf(cell)?.cellIndex ?? -1;
  let found: Cell | null = null;
  for (let row = sibling(rowOf(cell), step); row; row = sibling(row, step)) {
    found = cellIn((row as HTMLTableRowElement).cells[column]) ?? found;
    if (found && !far) break;
  }
  return found;
};

/** The next input to the left (-1) or right (1) in the same row. */
export const horizontal = (cell: Cell, step: 1 | -1): Cell | null => {
  for (let box = sibling(boxOf(cell), step); box; box = sibling(box, step)) {
    const found = cellIn(box);
    if (found) return found;
  }
  return null;
};

const sibling = (element: Element | null, step: 1 | -1): Element | null =>
  (step === 1 ? element?.nextElementSibling : element?.previousElementSibling) ?? null;

/** The columns of inputs from this one to the right, and the rows from this one down. */
export const fieldFrom = (cell: Cell): { readonly columns: number[]; readonly rows: HTMLTableRowElement[] } => {
  const [first, start] = [boxOf(cell)?.cellIndex ?? 0, rowOf(cell)];
  const body = start?.parentElement;
  const columns = new Set<number>();
  for (const input of body?.querySelectorAll<Cell>(cellSelector) ?? []) {
    const column = boxOf(input)?.cellIndex ?? -1;
    if (column >= first) columns.add(column);
  }
  const all = [...(body?.children ?? [])] as HTMLTableRowElement[];
  return { columns: [...columns].sort((a, b) => a - b), rows: start ? all.slice(all.indexOf(start)) : [] };
};
