// The floor of pages: bare `node:http` and `pg`. It does the transactions it was given and sends the bytes it was given.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import type { Statement } from '../record.ts';

/** What to do for an address. */
export type FloorPage = {
  readonly path: string;
  readonly statements: readonly Statement[];
  readonly headers: readonly string[];
  readonly body: Uint8Array;
};

const pages = new Map<string, FloorPage>();
const url = process.env.DATABASE_URL;
const pool = new pg.Pool({ connectionString: url, application_name: 'bench-floor', max: 10 });

const sessionOf = (cookies = ''): Buffer | undefined => {
  const [, sid] = /(?:^|;\s*)sid=([\w-]{43})/.exec(cookies) ?? [];
  return sid === undefined ? undefined : createHash('sha256').update(sid).digest();
};

const runStatements = async (statements: readonly Statement[], session: Buffer | undefined): Promise<void> => {
  const client = await pool.connect();
  for (const { text, values, name } of statements) {
    if (values)
      await client.query({
        text,
        values: session ? values.map((one) => (one instanceof Uint8Array ? session : one)) : [...values],
        name,
      });
    else await client.query(text);
  }
  client.release();
};

const server = createServer(async (request, response) => {
  const page = pages.get(request.url ?? '');
  if (!page) return response.writeHead(404).end();
  if (page.statements.length > 0) await runStatements(page.statements, sessionOf(request.headers.cookie));
  return response.writeHead(200, page.headers as string[]).end(page.body);
});

process.on('message', (page: FloorPage) => {
  pages.set(page.path, { ...page, body: Buffer.from(page.body) });
  process.send?.('kept');
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
