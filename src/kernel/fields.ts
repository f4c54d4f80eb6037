import { z } from 'zod';
import { type Day, parseDay } from './calendar.ts';

/** Schemas for what people type, each with its own Japanese message. Input is always a string; empty is null. */
const fold = (typed: string): string => typed.normalize('NFKC').trim();

type Range = { readonly min?: number; readonly max?: number };

const rangeText = ({ min = 0, max }: Range): string =>
  max === undefined ? `${min}以上` : `${min}〜${max.toLocaleString('ja-JP')}`;

const isWhole = (text: string, { min = 0, max = 999_999_999 }: Range): boolean => {
  if (!/^-?\d{1,3}(,\d{3})*$|^-?\d+$/.test(text)) return false;
  const n = Number(text.replaceAll(',', ''));
  return Number.isSafeInteger(n) && n >= min && n <= max;
};

/** Whole number; full-width digits and separators are taken. Empty → null. */
export const wholeNumberOrEmpty = (range: Range = {}): z.ZodType<number | null> =>
  z
    .string()
    .transform(fold)
    .refine((text) => text === '' || isWhole(text, range), `{label}は${rangeText(range)}の整数で入力してください。`)
    .transform((text) => (text === '' ? null : Number(text.replaceAll(',', ''))));

/** As above, and must be entered. */
export const wholeNumber = (range: Range = {}): z.ZodType<number> =>
  z
    .string()
    .transform(fold)
    .refine((text) => text !== '', '{label}を入力してください。')
    .refine((text) => text === '' || isWhole(text, range), `{label}は${rangeText(range)}の整数で入力してください。`)
    .transform((text) => Number(text.replaceAll(',', '')));

/** A calendar day as [yyyy/mm/dd] or yyyy-mm-dd (M1.9-3). Empty → null. */
export const dayOrEmpty = (): z.ZodType<Day | null> =>
  z
    .string()
    .transform(fold)
    .refine(
      (text) => text === '' || parseDay(text) !== null,
      '{label}は実在する日付を yyyy/mm/dd の形で入力してください。',
    )
    .transform((text) => (text === '' ? null : parseDay(text)));

export const day = (): z.ZodType<Day> =>
  z
    .string()
    .transform(fold)
    .refine((text) => text !== '', '{label}を入力してください。')
    .refine(
      (text) => text === '' || parseDay(text) !== null,
      '{label}は実在する日付を yyyy/mm/dd の形で入力してください。',
    )
    .transform((text) => parseDay(text) as Day);

/** A moment as typed into a date-and-time input, `YYYY-MM-DDTHH:MM` or `yyyy/mm/dd HH:MM`, in JST. */
export const instant = (): z.ZodType<Date> =>
  z
    .string()
    .transform(fold)
    .refine((text) => text !== '', '{label}を入力してください。')
    .refine(
      (text) => text === '' || parseInstant(text) !== null,
      '{label}は日付と時刻を yyyy/mm/dd HH:MM の形で入力してください。',
    )
    .transform((text) => parseInstant(text) as Date);

/** As above; empty → null. */
export const instantOrEmpty = (): z.ZodType<Date | null> =>
  z
    .string()
    .transform(fold)
    .refine(
      (text) => text === '' || parseInstant(text) !== null,
      '{label}は日付と時刻を yyyy/mm/dd HH:MM の形で入力してください。',
    )
    .transform((text) => (text === '' ? null : parseInstant(text)));

/** 「2021/4/26 9:00」 or 「2021-04-26T09:00」 → the moment in JST; null when there is no such. */
const parseInstant = (typed: string): Date | null => {
  const match = /^(.+?)[T\s]+(\d{1,2}):(\d{2})$/.exec(fold(typed));
  const date = match?.[1] ? parseDay(match[1]) : null;
  const [hour, minute] = [Number(match?.[2]), Number(match?.[3])];
  if (!date || hour > 23 || minute > 59) return null;
  return new Date(`${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+09:00`);
};

const controlCharacters = /[\p{Cc}\p{Cs}]/u;

/** One line of text; empty → ''. Length counts what a person sees as characters. */
export const textOrEmpty = (max: number): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.trim())
    .refine((text) => [...text].length <= max, `{label}は${max}文字以内で入力してください。`)
    .refine((text) => !controlCharacters.test(text), '{label}に使えない文字が含まれています。');

export const text = (max: number): z.ZodType<string> =>
  textOrEmpty(max).refine((value) => value !== '', '{label}を入力してください。') as z.ZodType<string>;

/** Several lines of text; line ends become \n. */
export const lines = (max: number): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .refine((value) => [...value].length <= max, `{label}は${max}文字以内で入力してください。`)
    .refine((value) => !controlCharacters.test(value.replaceAll('\n', '')), '{label}に使えない文字が含まれています。');

/** One of a fixed list. */
export const choice = <const V extends string>(values: readonly V[]): z.ZodType<V> =>
  z
    .string()
    .refine(
      (value): value is V => (values as readonly string[]).includes(value),
      '{label}を選択してください。',
    ) as unknown as z.ZodType<V>;

export const choiceOrEmpty = <const V extends string>(values: readonly V[]): z.ZodType<V | null> =>
  z
    .string()
    .refine((value) => value === '' || (values as readonly string[]).includes(value), '{label}を選択し直してください。')
    .transform((value) => (value === '' ? null : (value as V))) as unknown as z.ZodType<V | null>;

/** A check box: present → true. */
export const check = (): z.ZodType<boolean> =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => value !== '' && value !== '0') as unknown as z.ZodType<boolean>;

/** An id of another record, as carried by a choice or a lookup. */
export const id = (): z.ZodType<number> =>
  z
    .string()
    .refine((value) => /^[1-9]\d{0,14}$/.test(value), '{label}を選択してください。')
    .transform(Number);

/** As above; nothing chosen → null. */
export const idOrEmpty = (): z.ZodType<number | null> =>
  z
    .string()
    .refine((value) => value === '' || /^[1-9]\d{0,14}$/.test(value), '{label}を選択し直してください。')
    .transform((value) => (value === '' ? null : Number(value)));

export const emailAddress = (): z.ZodType<string> =>
  z
    .string()
    .transform(fold)
    .refine((value) => value !== '', '{label}を入力してください。')
    .refine(
      (value) =>
        value === '' ||
        (value.length <= 254 && /^[^\s\p{Cc}@,;<>"]+@[^\s\p{Cc}@,;<>"]+\.[^\s\p{Cc}@,;<>".]+$/u.test(value)),
      '{label}は「名前@ドメイン」の形で入力してください。',
    );
