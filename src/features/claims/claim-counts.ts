import { type ClaimForm, type CountKey, countKeys, type Prices } from './claim-forms.ts';

/** Counts of one line; null: not entered. */
export type Counts = Readonly<Record<CountKey, number | null>>;

export const maxCount = 99_999;

export const noCounts: Counts = { screening: null, older: null, younger: null, overtime: null, holiday: null };

export const isBlank = (counts: Counts): boolean => countKeys.every((key) => counts[key] === null);

/** Adds lines up column by column; a column that nobody entered stays null. */
export const addUp = (lines: readonly Counts[]): Counts =>
  Object.fromEntries(countKeys.map((key) => [key, sumOf(lines.map((line) => line[key]))])) as Counts;

/** Sum of what was entered; null when nothing was. */
export const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);

const columns: readonly CountKey[] = ['screening', 'older', 'younger'];

/** 合計: the 予診票 of a line. Attributes (時間外, 休日) are on the same 予診票 and do not count again. */
export const totalOf = (counts: Counts): number | null => sumOf(columns.map((key) => counts[key]));

/** Yen of a line, exact: whole counts times whole prices. */
export const amountOf = (counts: Counts, prices: Prices): number =>
  countKeys.reduce((sum, key) => sum + (counts[key] ?? 0) * prices[key], 0);

/** 時間外 and 休日 stand on 予診票 that 合計 counts, each on one of its own. */
export const hasTooManyAttributes = (counts: Counts): boolean =>
  (counts.overtime ?? 0) + (counts.holiday ?? 0) > (totalOf(counts) ?? 0);

/** Only what an edition of the form knows. */
export const onlyShown = (counts: Counts, { columns, attributes }: ClaimForm): Counts =>
  Object.fromEntries(
    countKeys.map((key) => [key, columns.includes(key) || attributes.includes(key) ? counts[key] : null]),
  ) as Counts;
