import { parse } from 'csv-parse/sync';
import type { PostalRow } from './postal-row.ts';

// Columns: 0 JIS code, 2 postal code, 4 kana and 7 name of the municipality, 8 town.
const readRow = (cells: readonly string[]): PostalRow => {
  const [jisCode = '', , postalCode = '', , cityKana = '', , , cityName = '', townColumn = ''] = cells;
  if (cells.length < 9 || !/^\d{5}$/.test(jisCode) || !/^\d{7}$/.test(postalCode))
    throw new Error(`Not a line of KEN_ALL: ${cells.join(',')}`);
  return { postalCode, jisCode, cityName, cityKana, townColumn };
};

const isOpen = (row: PostalRow): boolean => row.townColumn.includes('（') && !row.townColumn.includes('）');

const joined = (row: PostalRow, next: PostalRow): PostalRow => {
  if (row.postalCode !== next.postalCode || row.jisCode !== next.jisCode)
    throw new Error(`The parenthesis of ${row.postalCode} ${row.townColumn} is never closed.`);
  return { ...row, townColumn: row.townColumn + next.townColumn };
};

/** Text of KEN_ALL.CSV or utf_ken_all.csv → its rows. A town cut into several lines, inside parentheses, is made whole again. */
export const readKenAll = (text: string): readonly PostalRow[] => {
  const rows: PostalRow[] = [];
  let open: PostalRow | undefined;
  for (const cells of parse(text, { relaxColumnCount: true, skipEmptyLines: true }) as string[][]) {
    const row = open ? joined(open, readRow(cells)) : readRow(cells);
    open = isOpen(row) ? row : undefined;
    if (!open) rows.push(row);
  }
  if (open) throw new Error(`The parenthesis of ${open.postalCode} ${open.townColumn} is never closed.`);
  return rows;
};
