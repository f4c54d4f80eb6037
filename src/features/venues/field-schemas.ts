import { z } from 'zod';
import { emailAddress, lines, textOrEmpty } from '../../kernel/fields.ts';
import { katakanaToHiragana } from '../../kernel/search-text.ts';

/** Marks that turn the direction of writing or cannot be seen: they make one text look like another. */
const unseen = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const unseenMessage = '{label}に使えない文字が含まれています。';

/** One line of text without unseen marks; empty → ''. */
export const lineOrEmpty = (max: number): z.ZodType<string> =>
  textOrEmpty(max).refine((value) => !unseen.test(value), unseenMessage) as z.ZodType<string>;

/** Several lines of text without unseen marks. */
export const linesOrEmpty = (max: number): z.ZodType<string> =>
  lines(max).refine((value) => !unseen.test(value), unseenMessage) as z.ZodType<string>;

const foldPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ーｰ]/g, '-')
    .replace(/\s/g, '');

/** Digits and hyphens; full-width ones are corrected (M2.1-8-4). Empty → ''. */
export const phoneOrEmpty = (): z.ZodType<string> =>
  z
    .string()
    .transform(foldPhone)
    .refine(
      (phone) => phone === '' || (/^\d[\d-]*\d$/.test(phone) && /^0\d{9,10}$/.test(phone.replaceAll('-', ''))),
      '{label}は0で始まる10桁か11桁の番号を、半角数字で入力してください（ハイフンは入れなくてもかまいません）。',
    );

const notEmpty = emailAddress();
/** A mail address; empty → ''. */
export const emailOrEmpty = (): z.ZodType<string> =>
  z.string().transform((typed, context) => {
    const text = typed.normalize('NFKC').trim();
    if (text === '') return '';
    const checked = notEmpty.safeParse(text);
    if (checked.success && !unseen.test(text)) return checked.data;
    context.addIssue({ code: 'custom', message: '{label}は「名前@ドメイン」の形で入力してください。' });
    return z.NEVER;
  });

const isWebAddress = (text: string): boolean => {
  if (!/^https?:\/\//i.test(text) || /[\s<>"\\^`{|}\p{Cc}\p{Cs}]/u.test(text) || unseen.test(text)) return false;
  try {
    const { hostname, username, password } = new URL(text);
    return hostname.includes('.') && !hostname.endsWith('.') && username === '' && password === '';
  } catch {
    return false;
  }
};

/** A web address, http or https only; empty → ''. */
export const urlOrEmpty = (max = 500): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.trim())
    .refine((text) => text.length <= max, `{label}は${max}文字以内で入力してください。`)
    .refine(
      (text) => text === '' || isWebAddress(text),
      '{label}は「https://」か「http://」で始まるURLを入力してください。',
    );

/** One full-width space between family and given name; a half-width one is corrected (M2.1-8-2). */
const foldName = (typed: string): string =>
  typed
    .trim()
    .replace(/[\s　]+/g, '　')
    .normalize('NFC');

const parts = (name: string): number => name.split('　').length;

/** 「厚労　太郎」; empty → ''. Without a space it is an error. */
export const personNameOrEmpty = (max = 60): z.ZodType<string> =>
  z
    .string()
    .transform(foldName)
    .refine((name) => [...name].length <= max, `{label}は${max}文字以内で入力してください。`)
    .refine((name) => !/[\p{Cc}\p{Cs}]/u.test(name) && !unseen.test(name), unseenMessage)
    .refine((name) => name === '' || parts(name) >= 2, '{label}は姓と名の間に全角スペースを入れてください。');

/** Kana as they are kept: hiragana, whatever the width they came in. */
export const toHiragana = (text: string): string => katakanaToHiragana(text.normalize('NFKC'));

/** 「こうろう　たろう」; katakana becomes hiragana. Empty → ''. */
export const personKanaOrEmpty = (max = 60): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => foldName(toHiragana(typed)))
    .refine((name) => [...name].length <= max, `{label}は${max}文字以内で入力してください。`)
    .refine((name) => /^[ぁ-ゖー・　]*$/.test(name), '{label}はひらがなで入力してください。')
    .refine((name) => name === '' || parts(name) >= 2, '{label}は姓と名の間に全角スペースを入れてください。');

/** 「港区病院（みなとくびょういん）」 → 「みなとくびょういん」 (M2.1-9-8); empty → ''. */
export const nameWithKana = (max = 200): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.trim().replace(/\(/g, '（').replace(/\)/g, '）'))
    .refine((text) => [...text].length <= max, `{label}は${max}文字以内で入力してください。`)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && !unseen.test(text), unseenMessage)
    .refine(
      (text) => text === '' || /^.+（[ぁ-ゖー・　 ]+）$/.test(withHiragana(text)),
      '{label}は「港区病院（みなとくびょういん）」のように、正式名称の後の（）の中にひらがなで入力してください。',
    )
    .transform((text) => /（([^（）]+)）$/.exec(withHiragana(text))?.[1]?.trim() ?? '');

const withHiragana = (text: string): string =>
  text.replace(/（([^（）]*)）$/, (_all, kana: string) => `（${toHiragana(kana)}）`);

/** 「10台」, 「１０」 → 10 (M2.1-3-5); empty → null. */
export const placesOrEmpty = (max = 99_999): z.ZodType<number | null> =>
  z
    .string()
    .transform((typed) => typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/台$/, ''))
    .refine(
      (text) => text === '' || (/^\d{1,9}$/.test(text) && Number(text) <= max),
      '{label}は0以上の整数で入力してください。',
    )
    .transform((text) => (text === '' ? null : Number(text)));

/** Ids sent by a group of check boxes. */
export const ids = (): z.ZodType<readonly number[]> =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((raw) => [raw].flat().filter((value) => value !== ''))
    .refine(
      (values) => values.length <= 100 && values.every((value) => /^[1-9]\d{0,14}$/.test(value)),
      '{label}を選択し直してください。',
    )
    .transform((values) => [...new Set(values.map(Number))].sort((a, b) => a - b)) as unknown as z.ZodType<
    readonly number[]
  >;
