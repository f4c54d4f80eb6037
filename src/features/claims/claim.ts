import type { Month } from '../../kernel/calendar.ts';
import { addUp, amountOf, type Counts, isBlank, noCounts, totalOf } from './claim-counts.ts';
import type { Prices } from './claim-forms.ts';

/** The two kinds of 予診票, in the manual's order. */
export const coupons = ['with', 'without'] as const;
export type Coupon = (typeof coupons)[number];
export const couponLabels: Readonly<Record<Coupon, string>> = { with: 'クーポンあり', without: 'クーポンなし' };
/** 被接種者区分 on the forms. */
export const couponClasses: Readonly<Record<Coupon, string>> = { with: '2', without: '1' };

export const ownLabel = '医療機関と同一市内にお住まいの方';
export const othersLabel = 'それ以外の方';

/** A municipality as it was called when the claim was saved. */
export type Residence = { readonly code: string; readonly name: string };
export type Line = { readonly residence: Residence; readonly counts: Counts };
export type Sheet = { readonly own: Counts; readonly others: readonly Line[] };
/** Of the doses of a sheet: 月遅れ and 返戻; null: not entered. */
export type Late = { readonly late: number | null; readonly returned: number | null };

/** What is claimed for a month. */
export type ClaimContent = {
  readonly month: Month;
  readonly formVersion: string;
  readonly own: Residence;
  readonly sheets: Readonly<Record<Coupon, Sheet>>;
  readonly late: Readonly<Record<Coupon, Late>>;
};
/** A saved version of it. */
export type Claim = ClaimContent & {
  readonly id: number;
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
};

export const blankSheet: Sheet = { own: noCounts, others: [] };
export const noLate: Late = { late: null, returned: null };

export const othersOf = ({ others }: Sheet): Counts => addUp(others.map(({ counts }) => counts));
export const allOf = (sheet: Sheet): Counts => addUp([sheet.own, ...sheet.others.map(({ counts }) => counts)]);
export const isEmptySheet = (sheet: Sheet): boolean => isBlank(sheet.own) && sheet.others.length === 0;

export type Reckoned = { readonly sheets: number; readonly amount: number };

/** 予診票 and yen of a claim, own residents included or not. */
export const reckon = ({ sheets }: ClaimContent, prices: Prices, includesOwn = true): Reckoned => {
  const lines = coupons.map((coupon) => (includesOwn ? allOf(sheets[coupon]) : othersOf(sheets[coupon])));
  return {
    sheets: lines.reduce((sum, counts) => sum + (totalOf(counts) ?? 0), 0),
    amount: lines.reduce((sum, counts) => sum + amountOf(counts, prices), 0),
  };
};

/** Do two contents claim the same? Lines in another order are the same claim. */
export const sameContent = (a: ClaimContent, b: ClaimContent): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ month, sheets, late }: ClaimContent): string =>
  JSON.stringify([
    month,
    ...coupons.map((coupon) => [
      Object.values(sheets[coupon].own),
      sheets[coupon].others.map(({ residence, counts }) => [residence.code, ...Object.values(counts)]).sort(),
      late[coupon].late,
      late[coupon].returned,
    ]),
  ]);
