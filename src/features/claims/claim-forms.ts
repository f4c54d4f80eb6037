import forms from '../../../data/claims/forms.json' with { type: 'json' };
import prices from '../../../data/claims/prices.json' with { type: 'json' };
import type { Month } from '../../kernel/calendar.ts';
import { inForce } from './claim-months.ts';

/** What is counted: 予診票 by what was done, and attributes of the same 予診票 that cost extra. */
export const countKeys = ['screening', 'older', 'younger', 'overtime', 'holiday'] as const;
export type CountKey = (typeof countKeys)[number];

export const countLabels: Readonly<Record<CountKey, string>> = {
  screening: '予診のみ',
  older: '6歳以上',
  younger: '6歳未満',
  overtime: '時間外',
  holiday: '休日',
};

/** One edition of the forms: `columns` make up 合計, `attributes` do not. */
export type ClaimForm = {
  readonly version: string;
  readonly columns: readonly CountKey[];
  readonly attributes: readonly CountKey[];
};

/** The edition for a 請求月. */
export const formOf = (month: Month): ClaimForm => inForce(forms.versions, month) as ClaimForm & { from: string };
export const shownKeys = ({ columns, attributes }: ClaimForm): readonly CountKey[] => [...columns, ...attributes];

export const sheetForms = { claim: forms.claim, summary: forms.summary } as const;

/** Unit prices in yen with tax, by what is counted. */
export type Prices = Readonly<Record<CountKey, number>>;

/** The prices of a 請求月; a dose under 6 costs the dose and its extra. */
export const pricesOf = (month: Month): Prices => {
  const of = (item: keyof typeof prices.items): number => inForce(prices.items[item], month).withTax;
  return {
    screening: of('screening'),
    older: of('vaccination'),
    younger: of('vaccination') + of('younger_addition'),
    overtime: of('overtime'),
    holiday: of('holiday'),
  };
};
