/** Files of rows that people upload: text out of bytes, rows under named columns, faults in plain words. */
import { gunzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';

import { isOldExcel, isXlsx, lineEnd, xlsxText } from './xlsx-text.ts';

export {
  csvFile,
  neutralised,
  type TableColumn,
  type TableFile,
  type TableFormat,
  tableFile,
  tableFormats,
} from './table-file.ts';

/** What a packed file may hold at most. */
const maxUnpacked = 64 * 1024 * 1024;

const unpack = (bytes: Buffer): Buffer | null => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpacked });
  } catch {
    return null;
  }
};

/** Bytes of a file (packed with gzip or not) → text: UTF-8 with or without BOM, else Shift_JIS; null when neither. */
export const decodeSheet = (bytes: Buffer): string | null => {
  const plain = unpack(bytes);
  if (plain === null) return null;
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(plain);
      if (!text.includes('\0')) return text;
    } catch {
      // Not this encoding.
    }
  }
  return null;
};

/** An uploaded file as CSV text, whatever spreadsheet it was saved from; or what is wrong with it as a whole. */
export const readFileText = async (bytes: Buffer): Promise<{ readonly text: string } | { readonly fault: string }> => {
  if (isXlsx(bytes)) return xlsxText(bytes);
  if (isOldExcel(bytes))
    return { fault: '古い形式のExcelファイル（.xls）は読み取れません。「.xlsx」またはCSVで保存し直してください。' };
  const text = decodeSheet(bytes);
  return text === null
    ? {
        fault:
          '文字を読み取れません。CSV（UTF-8またはShift_JIS）かExcel（.xlsx）で保存したファイルを選択してください。',
      }
    : { text };
};

export type SheetColumn<K extends string> = {
  readonly key: K;
  readonly label: string;
  /** Its cells may hold several lines; elsewhere a line end in a cell of Excel reads as a blank. */
  readonly lines?: boolean;
  /** The file may come without it; then its cells are empty. */
  readonly optional?: boolean;
};
export type SheetRow<K extends string> = {
  /** Line in the file, as an editor counts. */
  readonly line: number;
  readonly cells: Readonly<Record<K, string>>;
  /** Cells that the line has too few; negative: too many. */
  readonly missing: number;
};
export type Sheet<K extends string> = { readonly rows: readonly SheetRow<K>[] } | { readonly fault: string };

type Line = { readonly record: string[]; readonly info: { readonly lines: number } };

const readLines = (text: string): readonly Line[] | { readonly fault: string } => {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      return {
        fault: 'ファイルが途中で切れているようです（「"」が閉じられていません）。もう一度保存し直してください。',
      };
    return {
      fault: `${error.lines ?? ''}行目の「"」の使い方が正しくありません。表計算ソフトでCSVとして保存し直してください。`,
    };
  }
};

const headFault = (
  head: readonly string[],
  columns: readonly SheetColumn<string>[],
  passOver: boolean,
): string | null => {
  for (const { label, optional } of columns) {
    const count = head.filter((cell) => cell === label).length;
    if (count !== 1 && !(count === 0 && optional))
      return count === 0
        ? `1行目に列「${label}」がありません。ひな形の見出しをそのまま使ってください。`
        : `1行目に列「${label}」が${count}つあります。1つにしてください。`;
  }
  const unknown = passOver
    ? undefined
    : head.find((cell) => cell !== '' && !columns.some(({ label }) => label === cell));
  return unknown === undefined
    ? null
    : `1行目に知らない列「${unknown.slice(0, 30)}」があります。ひな形の見出しをそのまま使ってください。`;
};

/** Takes away the apostrophe with which a download neutralises a formula. */
const plain = (cell: string): string => (/^'['=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

type SheetOptions = {
  /** Columns that are not asked for are no fault. */
  readonly passOver?: boolean;
};

/** The rows of a text under its columns, which may stand in any order; a fault of the file as a whole comes alone. */
export const readSheet = <K extends string>(
  text: string,
  columns: readonly SheetColumn<K>[],
  maxRows: number,
  { passOver = false }: SheetOptions = {},
): Sheet<K> => {
  const lines = readLines(text);
  if ('fault' in lines) return lines;
  const [first, ...rest] = lines;
  if (!first) return { fault: 'ファイルが空です。' };
  const head = first.record.map((cell) => cell.normalize('NFKC').trim());
  const wanted = columns.map(({ key, label, lines, optional = false }) => ({
    key,
    optional,
    label: label.normalize('NFKC'),
    end: lines ? '\n' : ' ',
  }));
  const fault = headFault(head, wanted, passOver);
  if (fault) return { fault };
  if (rest.length === 0) return { fault: '見出しの下に行がありません。' };
  if (rest.length > maxRows)
    return {
      fault: `一度に登録できるのは${maxRows.toLocaleString('ja-JP')}行までです（このファイルは${rest.length.toLocaleString('ja-JP')}行）。ファイルを分けてください。`,
    };
  const places = wanted.map(({ key, label, end }) => [key, head.indexOf(label), end] as const);
  return {
    rows: rest
      .filter(({ record }) => record.some((cell) => cell !== ''))
      .map(({ record, info }) => ({
        line: info.lines,
        cells: Object.fromEntries(
          places.map(([key, at, end]) => [key, plain(record[at] ?? '').replaceAll(lineEnd, end)]),
        ) as SheetRow<K>['cells'],
        missing: head.length - record.length,
      })),
  };
};
