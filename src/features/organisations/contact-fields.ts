import { z } from 'zod';
import { emailAddress, text, textOrEmpty } from '../../kernel/fields.ts';

const foldPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[‐‑–—−ー]/g, '-')
    .trim();

/** Digits and hyphens, full-width ones too. Empty → ''. */
export const phoneOrEmpty = (): z.ZodType<string> =>
  z
    .string()
    .transform(foldPhone)
    .refine(
      (phone) => phone === '' || (/^[\d-]+$/.test(phone) && /^\d{10,11}$/.test(phone.replaceAll('-', ''))),
      '{label}は半角数字とハイフンで、10桁か11桁の番号を入力してください。',
    );

const address = emailAddress();
/** A mail address, or nothing. */
export const emailOrEmpty = (): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.normalize('NFKC').trim())
    .refine(
      (value) => value === '' || address.safeParse(value).success,
      '{label}は「名前@ドメイン」の形で入力してください。',
    );

/** A text that a spreadsheet would run as a formula. */
const isFormula = (value: string): boolean => /^[=+\-@\t\r]/.test(value.normalize('NFKC'));
const formulaMessage = '{label}に「=」「+」「-」「@」で始まる値は登録できません。';

/** One line of text that no spreadsheet takes for a formula. */
export const plainText = (max: number): z.ZodType<string> =>
  text(max).refine((value) => !isFormula(value), formulaMessage) as z.ZodType<string>;
export const plainTextOrEmpty = (max: number): z.ZodType<string> =>
  textOrEmpty(max).refine((value) => !isFormula(value), formulaMessage) as z.ZodType<string>;
