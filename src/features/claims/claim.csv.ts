import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { type Claim, couponLabels, coupons, isEmptySheet, type Residence } from './claim.ts';
import { amountOf, type Counts, isBlank, totalOf } from './claim-counts.ts';
import { countLabels, formOf, pricesOf, shownKeys } from './claim-forms.ts';
import { importColumns } from './claim-import.ts';
import type { PaperVenue } from './claim-paper.ts';

export type FileVenue = Pick<PaperVenue, 'code' | 'name'>;
export type SplitName = (residence: Residence) => { readonly prefecture: string; readonly municipality: string };

const text = (n: number | null): number | '' => n ?? '';

/** Head and lines of what was claimed; the columns of the import among them, so that a file can come back. */
const tableOf = (claim: Claim, venue: FileVenue, split: SplitName): { head: string[]; rows: (string | number)[][] } => {
  const keys = shownKeys(formOf(claim.month));
  const prices = pricesOf(claim.month);
  const head = [
    '請求月',
    '医療機関コード',
    '医療機関名',
    'クーポン',
    '区分',
    '市町村コード',
    '都道府県',
    '市町村',
    ...keys.map((key) => countLabels[key]),
    '合計',
    '請求金額（円）',
  ];
  const rowOf = (coupon: string, kind: string, residence: Residence, counts: Counts): (string | number)[] => {
    const { prefecture, municipality } = split(residence);
    return [
      claim.month,
      venue.code,
      venue.name,
      coupon,
      kind,
      residence.code,
      prefecture,
      municipality,
      ...keys.map((key) => text(counts[key])),
      text(totalOf(counts)),
      amountOf(counts, prices),
    ];
  };
  const rows = coupons.flatMap((coupon) => {
    const sheet = claim.sheets[coupon];
    if (isEmptySheet(sheet)) return [];
    const word = couponLabels[coupon].replace('クーポン', '');
    return [
      ...(isBlank(sheet.own) ? [] : [rowOf(word, '同一市内', claim.own, sheet.own)]),
      ...sheet.others.map(({ residence, counts }) => rowOf(word, 'それ以外', residence, counts)),
    ];
  });
  return { head, rows };
};

/** UTF-8 with its mark, so that spreadsheets read it; names that look like formulas are quoted. */
export const claimCsv = (claim: Claim, venue: FileVenue, split: SplitName): string => {
  const { head, rows } = tableOf(claim, venue, split);
  return stringify([head, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
};

/** The same as a workbook; codes are texts, so that no zero gets lost. */
export const claimXlsx = async (claim: Claim, venue: FileVenue, split: SplitName): Promise<Buffer> => {
  const { head, rows } = tableOf(claim, venue, split);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(`${claim.month} 請求`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(head).font = { bold: true };
  sheet.addRows(rows);
  head.forEach((label, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = Math.max(10, label.length * 2 + 2);
    if (label === '医療機関名') column.width = 32;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** The file to fill in for the import. */
export const emptyImport = (): string =>
  stringify([[...importColumns], ['あり', '131032', '東京都', '港区', 0, 0, 0, '', '']], {
    bom: true,
    record_delimiter: 'windows',
  });

/** UTF-8, or Shift_JIS as older spreadsheets write it. */
const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
};

/** The lines of an uploaded file by their headings; throws when it is no CSV. */
export const readCsv = (bytes: Buffer): Record<string, string>[] =>
  parse(decode(bytes), {
    bom: true,
    columns: (head: string[]) => head.map((label) => label.normalize('NFKC').trim()),
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
  }) as Record<string, string>[];
