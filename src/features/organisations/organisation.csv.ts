import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { OrganisationRecord } from './organisations.ts';
import { kindNames, officeCode } from './organisations.ts';

/** The columns of the CSV, as the page documents them. */
export const csvColumns = [
  { key: 'kind', label: '種別', note: '都道府県、市町村、製薬メーカー、卸業者、予約受付業者のどれか。必須' },
  { key: 'code', label: 'コード', note: '都道府県は2桁、市町村は6桁のコード。都道府県・市町村では必須、ほかでは空' },
  { key: 'name', label: '名称', note: '都道府県・市町村では空でもよい（コードの名称になる）。ほかでは必須' },
  { key: 'phone', label: '電話番号', note: '任意' },
  { key: 'email', label: '代表メールアドレス', note: '任意' },
  { key: 'familyName', label: '担当者の姓', note: '招待する利用者。任意（姓・名・メールアドレスは3つとも入力）' },
  { key: 'givenName', label: '担当者の名', note: '同上' },
  { key: 'userEmail', label: '担当者のメールアドレス', note: '同上。この組織に同じアドレスの利用者がいれば招待しない' },
] as const;
export type CsvKey = (typeof csvColumns)[number]['key'];
export type CsvRow = {
  readonly line: number;
  readonly cells: Readonly<Record<CsvKey, string>>;
  readonly missing: number;
};

export const maxCsvRows = 5_000;

/** Bytes of a file → text: UTF-8 with or without BOM, else Shift_JIS; null when it is neither. */
export const decodeCsv = (bytes: Uint8Array): string | null => {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not this encoding.
    }
  }
  return null;
};

type Sheet = { readonly rows: readonly CsvRow[] } | { readonly fault: string };

const headFault = (head: readonly string[]): string | null => {
  for (const { label } of csvColumns) {
    const count = head.filter((cell) => cell === label).length;
    if (count === 0) return `1行目に列「${label}」がありません。ひな形の見出しをそのまま使ってください。`;
    if (count > 1) return `1行目に列「${label}」が${count}つあります。1つにしてください。`;
  }
  const unknown = head.find((cell) => cell !== '' && !csvColumns.some(({ label }) => label === cell));
  return unknown === undefined
    ? null
    : `1行目に知らない列「${unknown.slice(0, 30)}」があります。ひな形の見出しをそのまま使ってください。`;
};

type Line = { readonly record: string[]; readonly info: { readonly lines: number } };

const readLines = (text: string): Line[] | { readonly fault: string } => {
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

/** The rows of a file under its columns, in any order; a fault of the file as a whole comes alone. */
export const readCsv = (text: string): Sheet => {
  const lines = readLines(text);
  if ('fault' in lines) return lines;
  const [first, ...rest] = lines;
  if (!first) return { fault: 'ファイルが空です。' };
  const head = first.record.map((cell) => cell.normalize('NFKC').trim());
  const fault = headFault(head);
  if (fault) return { fault };
  if (rest.length === 0) return { fault: '見出しの下に行がありません。' };
  if (rest.length > maxCsvRows)
    return {
      fault: `一度に登録できるのは${maxCsvRows.toLocaleString('ja-JP')}行までです（このファイルは${rest.length.toLocaleString('ja-JP')}行）。ファイルを分けてください。`,
    };
  const places = csvColumns.map(({ key, label }) => [key, head.indexOf(label)] as const);
  return {
    rows: rest.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(places.map(([key, at]) => [key, record[at] ?? ''])) as CsvRow['cells'],
      missing: head.length - record.length,
    })),
  };
};

/** A cell that a spreadsheet would run as a formula is written with an apostrophe. */
const harmless = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** Organisations in the form in which they can be read in again; Excel knows UTF-8 by the BOM. */
export const writeCsv = (organisations: readonly OrganisationRecord[]): string =>
  `\uFEFF${stringify(
    organisations.map((one) =>
      [kindNames[one.kind], officeCode(one), one.name, one.phone, one.email, '', '', ''].map(harmless),
    ),
    { header: true, columns: csvColumns.map(({ label }) => label), record_delimiter: 'windows' },
  )}`;
