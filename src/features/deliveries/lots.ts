import { addDays, type Day, formatDay } from '../../kernel/calendar.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { type Vials, vials } from '../../kernel/quantities.ts';
import { isLot } from '../lots/index.ts';

/** One line of a table of lots as it was typed, already normalised; `key` is the row's in the form. */
export type TypedLot = {
  readonly key: string;
  readonly lot: string;
  readonly expiry: Day | null;
  readonly vials: number | null;
};

export type NewLot = { readonly lot: string; readonly expiry: Day | null; readonly vials: Vials };

/** A lot outlives its shipping by months, never by this many days: a typed 2201 is caught. */
const longestShelfDays = 5 * 366;

/** Lines in which nothing was typed are not there. */
export const typedLots = (lots: readonly TypedLot[]): TypedLot[] =>
  lots.filter(({ lot, expiry, vials: count }) => lot !== '' || expiry !== null || count !== null);

const faultOfLot = ({ lot }: TypedLot, twice: boolean): string | null => {
  if (lot === '') return 'ロット番号を入力してください。';
  if (!isLot(lot)) return 'ロット番号は英数字とハイフン20文字以内で入力してください。';
  return twice ? 'ロット番号が重複しています。1つのロットは1行にまとめてください。' : null;
};

/** What is wrong with an expiry, seen from the day the lot leaves the maker (or the day it is entered). */
export const faultOfExpiry = (expiry: Day | null, from: Day): string | null => {
  if (expiry === null) return '有効期限を入力してください。';
  if (expiry <= from) return `有効期限は${formatDay(from)}より後の日付を入力してください。`;
  return expiry > addDays(from, longestShelfDays) ? '有効期限が先すぎます。日付を確認してください。' : null;
};

const faultOfVials = (count: number | null): string | null =>
  count === null || count <= 0 ? 'バイアル数は1以上の整数で入力してください。' : null;

/** All faults of a table of lots, by `key.column`; the sum must be what was allocated. */
export const faultsOfLots = (lots: readonly TypedLot[], allocated: number, from: Day): FieldErrors => {
  const faults: Record<string, string> = {};
  const note = (name: string, fault: string | null): void => {
    if (fault !== null) faults[name] = fault;
  };
  lots.forEach((line, at) => {
    const twice = lots.findIndex(({ lot }) => lot === line.lot) < at;
    note(`${line.key}.lot`, faultOfLot(line, twice));
    note(`${line.key}.expiry`, faultOfExpiry(line.expiry, from));
    note(`${line.key}.vials`, faultOfVials(line.vials));
  });
  const sum = lots.reduce((total, line) => total + (line.vials ?? 0), 0);
  const last = lots.at(-1);
  if (last && Object.keys(faults).length === 0 && sum !== allocated)
    faults[`${last.key}.vials`] = sumFault(sum, allocated);
  return faults;
};

const sumFault = (sum: number, allocated: number): string =>
  `バイアル数の合計（${sum.toLocaleString('ja-JP')}本）を分配量（${allocated.toLocaleString('ja-JP')}本）に合わせてください。`;

/** Checked lines → lots. */
export const toLots = (lots: readonly TypedLot[]): NewLot[] =>
  lots.map(({ lot, expiry, vials: count }) => ({ lot, expiry, vials: vials(count ?? 0) }));

const inOrder = (lots: readonly NewLot[]): string =>
  JSON.stringify(lots.map(({ lot, expiry, vials: count }) => [lot, expiry, count]).sort());

/** Are these the same lots with the same expiry and vials, in whatever order? */
export const sameLots = (a: readonly NewLot[], b: readonly NewLot[]): boolean => inOrder(a) === inOrder(b);
