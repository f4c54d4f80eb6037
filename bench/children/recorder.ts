// Loaded before the program (`node --import`) to learn which statements a request sends; never while measuring.
import pg from 'pg';
import type { Statement } from '../record.ts';

const open = new WeakMap<object, Statement[]>();
const plain = pg.Client.prototype.query as (...given: unknown[]) => unknown;

const note = (client: object, text: string, values: readonly unknown[] | undefined): void => {
  const statements = text.startsWith('begin') ? [] : open.get(client);
  if (!statements) return;
  statements.push({ text, values });
  open.set(client, statements);
  if (!/\bcommit$/.test(text)) return;
  open.delete(client);
  process.send?.(statements);
};

Object.assign(pg.Client.prototype, {
  query(this: object, ...given: unknown[]): unknown {
    const [text, values] = given;
    if (typeof text === 'string') note(this, text, Array.isArray(values) ? values : undefined);
    return plain.apply(this, given);
  },
});
