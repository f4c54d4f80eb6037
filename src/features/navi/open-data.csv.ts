import { stringify } from 'csv-stringify/sync';

type Cell = string | number | boolean | null | readonly string[];

const cellOf = (value: Cell): string =>
  value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value as string | number | boolean);

/** Rows as CSV lines, in the order of the columns. What spreadsheets would take for a formula is made harmless. */
export const csvLines = (columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string =>
  stringify(
    rows.map((row) => columns.map((column) => cellOf((row[column] ?? null) as Cell))),
    { escape_formulas: true, record_delimiter: '\r\n' },
  );

/** The head line; with a byte order mark, so that spreadsheets read UTF-8. */
export const csvHead = (columns: readonly string[]): string => `\uFEFF${columns.join(',')}\r\n`;
