import type ExcelJS from 'exceljs';
import { newWorkbook } from './workbook.ts';

/** What the parts of a workbook may hold unpacked, as its own list of contents says. */
const maxUnpacked = 96 * 1024 * 1024;
const tooLarge = 'ファイルの中身が大きすぎます。行を分けて保存し直してください。';
const unreadable = 'Excelのファイルを読み取れません。壊れていないか確認し、保存し直してください。';

export const isXlsx = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
/** .xls of Excel 97 to 2003. */
export const isOldExcel = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

/** The unpacked size by the list at the end of the packed file; null when there is no such list. */
const unpackedSize = (bytes: Buffer): number | null => {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 20 > bytes.length) return null;
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    size += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
};

const two = (n: number): string => String(n).padStart(2, '0');
/** Dates of a workbook have no zone; exceljs reads them as UTC. */
const dateText = (at: Date): string => {
  const day = `${at.getUTCFullYear()}/${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}`;
  const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
  return hour === 0 && minute === 0 ? day : `${day} ${two(hour)}:${two(minute)}`;
};

/** A cell as a person sees it; of a formula what it came to. */
const cellText = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return typeof value === 'number' ? numberText(value) : String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('text' in value) return cellText(value.text as ExcelJS.CellValue);
  if ('result' in value) return cellText((value.result ?? null) as ExcelJS.CellValue);
  return '';
};

const numberText = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1e15 ? n.toFixed(0) : String(n));

/** Stands for a line end within a cell, so that a row stays one line of the text. */
export const lineEnd = '\u2028';
const quoted = (text: string): string => `"${text.replace(/\r\n?|\n/g, lineEnd).replaceAll('"', '""')}"`;

/** The first worksheet as CSV, a line a row, so that line and row have one number; its fault in plain words. */
export const xlsxText = async (bytes: Buffer): Promise<{ readonly text: string } | { readonly fault: string }> => {
  const size = unpackedSize(bytes);
  if (size === null) return { fault: `${unreadable}（ファイルが途中で切れているようです）` };
  if (size > maxUnpacked) return { fault: tooLarge };
  const book = await newWorkbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    return { fault: unreadable };
  }
  const sheet = book.worksheets.find(({ state }) => state === 'visible');
  if (!sheet) return { fault: 'Excelのファイルにシートがありません。' };
  const merged = (sheet.model as { readonly merges?: readonly string[] }).merges?.[0];
  if (merged) return { fault: `セルが結合されています（${merged}）。結合を解除して、1行に1件ずつ入力してください。` };
  const lines: string[] = [];
  const width = sheet.columnCount;
  for (let at = 1; at <= sheet.rowCount; at++) {
    const row = sheet.findRow(at);
    const cells = Array.from({ length: width }, (_, i) => cellText(row?.findCell(i + 1)?.value ?? null));
    lines.push(cells.every((cell) => cell.trim() === '') ? '' : cells.map(quoted).join(','));
  }
  return { text: `${lines.join('\n')}\n` };
};
