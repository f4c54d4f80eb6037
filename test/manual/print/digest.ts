import { createHash } from 'node:crypto';
import { editions } from '../editions.ts';
import type { Manual } from '../model.ts';

/** Of all words of a manual (what is done in the browser does not count): tells whether the committed one is old. */
export const digestOf = (manual: Manual): string =>
  createHash('sha256').update(JSON.stringify({ manual, editions })).digest('hex').slice(0, 16);
