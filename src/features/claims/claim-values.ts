import type { Month } from '../../kernel/calendar.ts';
import type { InputOf, RawInput } from '../../kernel/form.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import type { claimForm } from './claim.form.ts';
import {
  allOf,
  type ClaimContent,
  type Coupon,
  coupons,
  type Late,
  type Line,
  type Residence,
  type Sheet,
} from './claim.ts';
import { type Counts, hasTooManyAttributes, isBlank, noCounts, onlyShown, totalOf } from './claim-counts.ts';
import { type ClaimForm, countKeys, formOf } from './claim-forms.ts';

type Input = InputOf<typeof claimForm>;
type TypedCounts = Input['own'][string];
type TypedRow = Input['with'][string];

export type Place = {
  readonly month: Month;
  readonly own: Residence;
  /** The municipality of today with this code; null when there is none (any more). */
  readonly residenceOf: (code: string) => Residence | null;
};
export type Read = { readonly content: ClaimContent; readonly errors: FieldErrors };

/** What was typed → a claim, and what is wrong with it by input name. Rows left wholly blank are no rows. */
export const readClaim = (input: Input, place: Place): Read => {
  const form = formOf(place.month);
  const errors: Record<string, string> = {};
  const sheetOf = (coupon: Coupon): Sheet => ({
    own: checkAttributes(countsOf(input.own[coupon], form), `own.${coupon}`, errors),
    others: readOthers(input[coupon], coupon, place, form, errors),
  });
  const sheets = { with: sheetOf('with'), without: sheetOf('without') };
  const lateOf = (coupon: Coupon): Late => readLate(input.late[coupon], sheets[coupon], coupon, errors);
  const late = { with: lateOf('with'), without: lateOf('without') };
  return { content: { month: place.month, formVersion: form.version, own: place.own, sheets, late }, errors };
};

const countsOf = (typed: Partial<TypedCounts> | undefined, form: ClaimForm): Counts =>
  onlyShown({ ...noCounts, ...Object.fromEntries(countKeys.map((key) => [key, typed?.[key] ?? null])) }, form);

const checkAttributes = (counts: Counts, name: string, errors: Record<string, string>): Counts => {
  if (hasTooManyAttributes(counts))
    errors[`${name}.overtime`] = '時間外と休日をあわせた回数は、その行の合計以下にしてください。';
  return counts;
};

const readOthers = (
  rows: Input['with'],
  coupon: Coupon,
  place: Place,
  form: ClaimForm,
  errors: Record<string, string>,
): Line[] => {
  const seen = new Map<string, number>();
  const lines: Line[] = [];
  for (const [i, [key, row]] of Object.entries(rows).entries()) {
    const counts = countsOf(row, form);
    if (row.prefecture === '' && row.municipality === '' && isBlank(counts)) continue;
    const name = `${coupon}.${key}`;
    const residence = place.residenceOf(row.municipality);
    const fault = residenceFault(row, residence, place, seen);
    if (fault) errors[`${name}.municipality`] = fault;
    if (isBlank(counts))
      errors[`${name}.screening`] = '接種回数を入力してください。不要な行は「削除」を押してください。';
    checkAttributes(counts, name, errors);
    if (!residence) continue;
    seen.set(residence.code, seen.get(residence.code) ?? i + 1);
    lines.push({ residence, counts });
  }
  return lines;
};

const residenceFault = (
  row: TypedRow,
  residence: Residence | null,
  { own }: Place,
  seen: ReadonlyMap<string, number>,
): string | null => {
  if (row.municipality === '') return '市町村を選択してください。';
  if (!residence) return 'この市町村は合併などにより現在はありません。市町村を選択し直してください。';
  if (row.prefecture !== '' && !row.municipality.startsWith(row.prefecture))
    return '都道府県に合う市町村を選択してください。';
  if (residence.code === own.code)
    return `${own.name}は医療機関と同一市内です。「医療機関と同一市内にお住まいの方」の行に入力してください。`;
  const earlier = seen.get(residence.code);
  return earlier === undefined ? null : `${residence.name}は${earlier}行目にもあります。1行にまとめてください。`;
};

const readLate = (
  typed: Input['late'][string] | undefined,
  sheet: Sheet,
  coupon: Coupon,
  errors: Record<string, string>,
): Late => {
  const late = { late: typed?.late ?? null, returned: typed?.returned ?? null };
  if ((late.late ?? 0) + (late.returned ?? 0) > (totalOf(allOf(sheet)) ?? 0))
    errors[`late.${coupon}.late`] = '月遅れと返戻をあわせた回数は、上の表の総数の合計以下にしてください。';
  return late;
};

const text = (n: number | null): string => (n === null ? '' : String(n));

/** A claim → what stands in the inputs; a saved row is called by the code of its municipality. */
export const valuesOf = ({ sheets, late }: Pick<ClaimContent, 'sheets' | 'late'>): RawInput => {
  const values: Record<string, string> = {};
  const put = (name: string, counts: Counts): void => {
    for (const key of countKeys) values[`${name}.${key}`] = text(counts[key]);
  };
  for (const coupon of coupons) {
    put(`own.${coupon}`, sheets[coupon].own);
    for (const { residence, counts } of sheets[coupon].others) {
      const name = `${coupon}.m${residence.code}`;
      values[`${name}.prefecture`] = residence.code.slice(0, 2);
      values[`${name}.municipality`] = residence.code;
      put(name, counts);
    }
    values[`late.${coupon}.late`] = text(late[coupon].late);
    values[`late.${coupon}.returned`] = text(late[coupon].returned);
  }
  return values;
};

/** The counts that stand in the inputs of a row, as the page's script reads them too. */
export const typedCounts = (values: RawInput, name: string): Counts =>
  Object.fromEntries(countKeys.map((key) => [key, typedNumber(values[`${name}.${key}`])])) as Counts;

const typedNumber = (raw: RawInput[string] | undefined): number | null => {
  const typed = String(raw ?? '')
    .normalize('NFKC')
    .replaceAll(',', '')
    .trim();
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null;
};
