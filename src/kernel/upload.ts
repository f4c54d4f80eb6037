import { z } from 'zod';

/** How many bytes an uploaded file may have. */
export const uploadLimit = 5 * 1024 * 1024;

/** Stands for a file that was too large to be taken; no base64 text looks like it. */
export const tooLargeFile = '!';

/** An uploaded file of so many bytes at most, carried as the base64 of its bytes; must be chosen and not empty. */
export const uploadedFile = (limit = uploadLimit): z.ZodType<Buffer> =>
  z
    .string()
    .refine((raw) => raw !== tooLargeFile, `{label}は${limit / 1024 / 1024}MBまでのファイルを選択してください。`)
    .refine(
      (raw) => raw === tooLargeFile || raw !== '',
      '{label}を選択してください（中身が空のファイルは使えません）。',
    )
    .transform((raw) => Buffer.from(raw, 'base64'));
