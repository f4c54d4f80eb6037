import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import type { Sheet } from './sheets.ts';

/** A table as a file: UTF-8 with BOM; what is not known stays empty, and no cell is taken for a formula. */
export const sheetCsv = ({ head, rows }: Sheet): string =>
  stringify([head as string[], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });

/** All tables as one workbook, a sheet each, with the head in sight. */
export const workbookOf = async (sheets: readonly Sheet[], title: string): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.title = title;
  for (const { name, head, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    sheet.addRow([...head]).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
    for (const [i, label] of head.entries()) {
      const column = sheet.getColumn(i + 1);
      column.width = Math.max(12, 2 * label.length);
      column.numFmt = '#,##0';
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};
