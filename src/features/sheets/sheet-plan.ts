import type { z } from 'zod';
import { faultText } from '../../kernel/form.ts';

/** One value that a file would change, in the words of the screen. */
export type SheetChange = { readonly label: string; readonly from: string; readonly to: string };

/** What one row of a file would do; `data` is the table's own, handed on to its `save`. */
export type PlannedRow<D> = {
  readonly line: number;
  readonly action: 'create' | 'update' | 'same';
  readonly name: string;
  readonly changes: readonly SheetChange[];
  /** Worth a look, but no reason to refuse. */
  readonly note?: string;
  readonly data: D;
};
/** A fault by the row of the file (as an editor or a spreadsheet counts) and the label of the column. */
export type SheetFault = { readonly line: number; readonly column: string; readonly message: string };
export type SheetPlan<D> = { readonly rows: readonly PlannedRow<D>[]; readonly faults: readonly SheetFault[] };

export type SheetCounts = Readonly<Record<'create' | 'update' | 'same', number>>;
export const countRows = <D>({ rows }: SheetPlan<D>): SheetCounts => {
  const count = (action: PlannedRow<D>['action']) => rows.filter((row) => row.action === action).length;
  return { create: count('create'), update: count('update'), same: count('same') };
};

/** Rows that change something; where a file brings more than rows, all of them. */
export const rowsToSave = <D>({ rows }: SheetPlan<D>, all: boolean): readonly PlannedRow<D>[] =>
  rows.filter((row) => all || row.action !== 'same');

type Row<K extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<K, string>>;
  readonly missing: number;
};
type Column<K extends string> = { readonly key: K; readonly label: string };

/** Notes a fault at a column of the row in hand. */
export type Say<K extends string> = (column: K, message: string) => void;

/** Reads a cell by the schema of the screen's field; undefined when it said what is wrong. */
export type Read<K extends string> = <T>(column: K, schema: z.ZodType<T>) => T | undefined;

const wrongWidth = (missing: number): string =>
  missing > 0
    ? `列が${missing}つ足りません。ファイルが途中で切れていないか確認してください。`
    : '列が多すぎます。「,」を含む値は「"」で囲んでください。';

/**
 * Checks every row, so that all faults of a file are told at once: `check` gives what a row would do, or null when it
 * said what is wrong. `keyOf` tells rows that are about the same thing; the second one is a fault.
 */
export const planRows = <K extends string, D>(
  columns: readonly Column<K>[],
  rows: readonly Row<K>[],
  keyColumn: K,
  check: (row: Row<K>, say: Say<K>, read: Read<K>) => (Omit<PlannedRow<D>, 'line'> & { readonly key: string }) | null,
): SheetPlan<D> => {
  const faults: SheetFault[] = [];
  const planned: PlannedRow<D>[] = [];
  const seen = new Map<string, number>();
  const labels = new Map(columns.map(({ key, label }) => [key, label]));
  for (const row of rows) {
    const say: Say<K> = (column, message) => {
      faults.push({ line: row.line, column: labels.get(column) ?? '', message });
    };
    if (row.missing !== 0) {
      faults.push({ line: row.line, column: '—', message: wrongWidth(row.missing) });
      continue;
    }
    const read: Read<K> = (column, schema) => {
      const result = schema.safeParse(row.cells[column]);
      if (result.success) return result.data;
      say(column, faultText(result.error, labels.get(column) ?? ''));
      return undefined;
    };
    const before = faults.length;
    const found = check(row, say, read);
    if (!found) continue;
    const { key, ...one } = found;
    const first = seen.get(key);
    if (first !== undefined) say(keyColumn, `${first}行目と同じです。1行にまとめてください。`);
    else seen.set(key, row.line);
    if (faults.length === before) planned.push({ line: row.line, ...one });
  }
  return { rows: planned, faults };
};

/** A code as a spreadsheet leaves it: full width, or without the zeros at its front. */
export const codeOf = (cell: string, digits: number): string => {
  const code = cell.normalize('NFKC').trim();
  return /^\d+$/.test(code) ? code.padStart(digits, '0') : code;
};

/** A change of one value, unless it is none. */
export const changed = (label: string, from: string | null, to: string | null): SheetChange[] =>
  (from ?? '') === (to ?? '') ? [] : [{ label, from: from ?? '', to: to ?? '' }];

/** The file was made for another クール (or another vaccine): says which, and which this is. */
export const otherSheet = (cell: string, here: string): string | null =>
  cell.normalize('NFKC') === here.normalize('NFKC')
    ? null
    : `この画面は「${here}」です。${cell === '' ? '空欄になっています。' : `「${cell.slice(0, 40)}」の行は登録できません。`}`;
