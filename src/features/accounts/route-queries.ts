import { z } from 'zod';

/** A mark in the query, e.g. `?sent=1`; anything odd in an address is as if it were not there. */
export const mark = z
  .literal('1')
  .optional()
  .catch(undefined)
  .transform((value) => value === '1');
export const optionalText = z.string().catch('');

/** The address of one row of a list. */
export const numbered = z.object({ id: z.coerce.number().int().positive() });
