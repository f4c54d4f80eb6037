import { stringify } from 'csv-stringify/sync';
import { neutralised } from '../../platform/csv/index.ts';

type Cell = string | number | boolean | null | readonly string[];

/** A number below 0 is no formula. */
const cellOf = (value: Cell): string =>
  typeof value === 'number'
    ? String(value)
    : neutralised(value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value as string | boolean));

/** Rows as CSV lines, in the order of the columns. What spreadsheets would take for a formula is made harmless. */
export const csvLines = (columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string =>
  stringify(
    rows.map((row) => columns.map((column) => cellOf((row[column] ?? null) as Cell))),
    { record_delimiter: '\r\n' },
  );

/** The head line; with a byte order mark, so that spreadsheets read UTF-8. */
export const csvHead = (columns: readonly string[]): string => `\uFEFF${columns.join(',')}\r\n`;
