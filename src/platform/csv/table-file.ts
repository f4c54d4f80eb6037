import { newWorkbook } from './workbook.ts';

/** A column of a download: numbers stay numbers, codes and dates are texts; `null` is an empty cell. */
export type TableColumn<R> = { readonly label: string; readonly cell: (row: R) => string | number | null };
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

type Cell = string | number | null;
const startsFormula = /^['=+\-@\t\r＝＋－＠]/u;

/** What a spreadsheet would take for a formula gets an apostrophe before it; `readSheet` takes it away again. */
export const neutralised = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);

const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = neutralised(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
const csvType = 'text/csv; charset=utf-8';

/** Full-width characters are two wide; long texts are folded by the reader. */
const widthOf = (cell: Cell): number =>
  [...String(cell ?? '')].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

const xlsxBytes = async (sheetName: string, rows: readonly (readonly Cell[])[]): Promise<Buffer> => {
  const book = await newWorkbook();
  const sheet = book.addWorksheet(sheetName.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31) || 'データ', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.addRows(rows.map((row) => [...row]));
  sheet.getRow(1).font = { bold: true };
  (rows[0] ?? []).forEach((_label, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = Math.min(60, Math.max(8, ...rows.slice(0, 200).map((row) => widthOf(row[i] ?? null))) + 2);
    // Codes stay texts, so that no zero at the front goes lost when somebody types over one.
    if (rows.some((row, line) => line > 0 && typeof row[i] === 'string' && /^\d+$/.test(row[i]))) column.numFmt = '@';
  });
  return Buffer.from(await book.xlsx.writeBuffer());
};

export type TableFile = { readonly filename: string; readonly type: string; readonly body: string | Buffer };

/**
 * A table as a file to download, for `file({ load })`: CSV (UTF-8 with BOM, CRLF) or xlsx (head frozen, texts as texts).
 * Formulas are neutralised. `name` is the file's name without ending and the worksheet's.
 */
export const tableFile = async <R>(
  format: TableFormat,
  name: string,
  columns: readonly TableColumn<R>[],
  rows: readonly R[],
): Promise<TableFile> => {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  return format === 'csv'
    ? { filename: `${name}.csv`, type: csvType, body: `\uFEFF${csvLines(lines)}` }
    : {
        filename: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await xlsxBytes(name, lines),
      };
};

/** The same as CSV from rows that come in batches: a table of the whole country, of which only the text is held. */
export const csvFile = async <R>(
  name: string,
  columns: readonly TableColumn<R>[],
  batches: AsyncIterable<readonly R[]>,
): Promise<TableFile> => {
  const parts = [Buffer.from(`\uFEFF${csvLines([columns.map(({ label }) => label)])}`)];
  for await (const rows of batches)
    parts.push(Buffer.from(csvLines(rows.map((row) => columns.map(({ cell }) => cell(row))))));
  return { filename: `${name}.csv`, type: csvType, body: Buffer.concat(parts) };
};
