import { z } from 'zod';
import { isLot, normaliseLot } from './lot-text.ts';

/** A lot as people type it → as it is kept. */
export const lot = (): z.ZodType<string> =>
  lotOrEmpty().refine((value) => value !== '', '{label}を入力してください。') as z.ZodType<string>;

/** A lot as people type it → as it is kept; empty → ''. */
export const lotOrEmpty = (): z.ZodType<string> =>
  z
    .string()
    .transform(normaliseLot)
    .refine((lot) => lot === '' || isLot(lot), '{label}は英数字とハイフン20文字以内で入力してください。');
