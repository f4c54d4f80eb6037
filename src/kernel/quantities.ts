/** Branded whole numbers, so that boxes are never added to vials. */
declare const unit: unique symbol;
type Quantity<U extends string> = number & { readonly [unit]: U };

/** 最小包装単位: the smallest pack that a manufacturer ships. */
export type Boxes = Quantity<'boxes'>;
/** バイアル本数. */
export type Vials = Quantity<'vials'>;
/** 接種回数. */
export type Doses = Quantity<'doses'>;

const whole = (value: number, name: string): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a whole number: ${value}`);
  return value;
};

export const boxes = (value: number): Boxes => whole(value, 'boxes') as Boxes;
export const vials = (value: number): Vials => whole(value, 'vials') as Vials;
export const doses = (value: number): Doses => whole(value, 'doses') as Doses;

/** Adds quantities of one unit; `null` (not entered) is left out, and all-null stays null: unknown is not zero. */
export const sumKnown = <Q extends number>(values: Iterable<Q | null>): Q | null => {
  let sum: number | null = null;
  for (const value of values) if (value !== null) sum = (sum ?? 0) + value;
  return sum as Q | null;
};

/** 1234567 → 「1,234,567」, not entered → 「—」. */
export const showQuantity = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toLocaleString('ja-JP');
