import { z } from 'zod';
import { isLot, normaliseLot } from './lot-text.ts';

/** A lot as people type it → as it is kept; empty → ''. */
export const lotOrEmpty = (): z.ZodType<string> =>
  z
    .string()
    .transform(normaliseLot)
    .refine((lot) => lot === '' || isLot(lot), '{label}は英数字とハイフン20文字以内で入力してください。');
