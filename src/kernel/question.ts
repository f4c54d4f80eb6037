import { createHash } from 'node:crypto';
import type { Question } from './form.ts';

type Asked = Omit<Question, 'digest'> & { readonly about?: unknown };

/** A question whose 「OK」 counts only for the very values it was asked about (ui page kind 5). */
export const question = ({ about, ...asked }: Asked): Question => ({
  ...asked,
  digest: createHash('sha256')
    .update(JSON.stringify([asked.id, asked.lines, asked.rows ?? [], about ?? null]))
    .digest('base64url'),
});
