import type { Month } from '../../kernel/calendar.ts';
import type { Coupon, Residence, Sheet } from './claim.ts';
import type { ClaimForm, Prices } from './claim-forms.ts';
import { couponOf, type OutputName } from './claim-outputs.ts';

/** What the forms say of the venue. */
export type PaperVenue = {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  /** Empty: the line stays free for handwriting (M5.2-11). */
  readonly representative: string;
  readonly phone: string;
  readonly prefectureName: string;
};

/** Everything a paper is made of; plain values, so that it can go to another thread. */
export type ClaimPaper = {
  readonly output: OutputName;
  readonly title: string;
  readonly month: Month;
  readonly form: ClaimForm;
  readonly prices: Prices;
  readonly venue: PaperVenue;
  readonly own: Residence;
  readonly sheets: Readonly<Record<Coupon, Sheet>>;
  /** Own residents' claims go straight to the municipality. */
  readonly ownDirect: boolean;
};

/** 国保連 of the venue's prefecture: where the claim is handed in (top left of the forms). */
export const federationName = (prefectureName: string): string => `${prefectureName}国民健康保険団体連合会`;

export type PaperPage = { readonly residence: Residence | null; readonly sheet: Sheet | null; readonly own: boolean };

/** The pages of a paper: one 請求総括書, else the own municipality's first and one for each other (M5.2-8). */
export const pagesOf = ({ output, own, sheets }: ClaimPaper): PaperPage[] => {
  const coupon = couponOf(output);
  if (!coupon) return [{ residence: null, sheet: null, own: false }];
  const sheet = sheets[coupon];
  return [
    { residence: own, sheet: { own: sheet.own, others: [] }, own: true },
    ...sheet.others.map(({ residence, counts }) => ({ residence, sheet: { own: counts, others: [] }, own: false })),
  ];
};

/** The reading of the QR code: 様式, venue and month. */
export const codeText = (formId: string, version: string, venueCode: string, month: Month): string =>
  `${formId};${version};${venueCode};${month}`;

/** 令和 of a month, as the forms count years: 2021-04 → 3, 4. */
export const eraMonth = (month: Month): { readonly year: number; readonly month: number } => ({
  year: Number(month.slice(0, 4)) - 2018,
  month: Number(month.slice(5)),
});
