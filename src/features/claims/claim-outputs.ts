import { type ClaimContent, type Coupon, coupons, isEmptySheet } from './claim.ts';

/** What can be put out, in the manual's order, each under the words of its button. */
export const outputs = [
  {
    name: 'summary-all',
    label: '請求総括書出力（同一市内にお住まいの方分を含む）',
    title: '請求総括書（同一市内にお住まいの方分を含む）',
  },
  {
    name: 'summary-others',
    label: '請求総括書出力（同一市内にお住まいの方分を含まない）',
    title: '請求総括書（同一市内にお住まいの方分を含まない）',
  },
  {
    name: 'with',
    label: '市区町村別請求書出力（クーポンあり分）',
    title: '市区町村別請求書（クーポンあり分）',
  },
  {
    name: 'without',
    label: '市区町村別請求書出力（クーポンなし分）',
    title: '市区町村別請求書（クーポンなし分）',
  },
] as const;
export type Output = (typeof outputs)[number];
export type OutputName = Output['name'];
export const outputNames = outputs.map(({ name }) => name);

export const outputOf = (name: string): Output | undefined => outputs.find((output) => output.name === name);

/** The coupon of a 市区町村別請求書; null for a 請求総括書. */
export const couponOf = (name: OutputName): Coupon | null => (name === 'with' || name === 'without' ? name : null);

/** M5.2-9: why an output is not offered; null when it is. */
export const reasonAgainst = (name: OutputName, content: ClaimContent | null): string | null => {
  if (!content) return '先に「保存」を押してください。保存した内容から出力します。';
  const { sheets } = content;
  const coupon = couponOf(name);
  if (coupon && isEmptySheet(sheets[coupon]))
    return `「${coupon === 'with' ? 'クーポンあり' : 'クーポンなし'}」の表に入力がないため、出力するものがありません。`;
  if (name === 'summary-others' && coupons.every((one) => sheets[one].others.length === 0))
    return '「それ以外の方」の行に入力がないため、出力するものがありません。';
  if (name === 'summary-all' && coupons.every((one) => isEmptySheet(sheets[one])))
    return '保存した内容に入力がないため、出力するものがありません。';
  return null;
};

/** How many pages an output has: a 請求総括書 one, else one for the own municipality and one for each other (M5.2-8). */
export const pageCount = (name: OutputName, { sheets }: ClaimContent): number => {
  const coupon = couponOf(name);
  return coupon ? 1 + sheets[coupon].others.length : 1;
};
