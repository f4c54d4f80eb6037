import { z } from 'zod';
import { optionalId } from './list-query.ts';

export const rowParams = z.object({ id: z.coerce.number().int().positive() });
/** A page that says that it was saved. */
export const savedQuery = z.object({ saved: optionalId() });
