// Loaded before the program (`node --import`) to learn which statements a request sends; never while measuring.
import pg from 'pg';
import type { Statement } from '../record.ts';

const open = new WeakMap<object, Statement[]>();
const plain = pg.Client.prototype.query as (...given: unknown[]) => unknown;

const note = (client: object, statement: Statement): void => {
  const statements = statement.text.startsWith('begin') ? [] : open.get(client);
  if (!statements) return;
  statements.push(statement);
  open.set(client, statements);
  if (!/\bcommit$/.test(statement.text)) return;
  open.delete(client);
  process.send?.(statements);
};

Object.assign(pg.Client.prototype, {
  query(this: object, ...given: unknown[]): unknown {
    const [asked] = given;
    if (typeof asked === 'string') note(this, { text: asked, values: undefined });
    else if (asked && typeof asked === 'object' && 'text' in asked) {
      const { text, values, name } = asked as Statement;
      note(this, { text, values, name });
    }
    return plain.apply(this, given);
  },
});
