import { z } from 'zod';

/** Stands for the whole 都道府県 among the choices. */
export const wholePrefecture = 'all';

/** The code of a municipality, or null for the whole 都道府県. */
export const areaChoice = (): z.ZodType<string | null> =>
  z
    .string()
    .refine((value) => value === wholePrefecture || /^\d{6}$/.test(value), '{label}を選択してください。')
    .transform((value) => (value === wholePrefecture ? null : value));
