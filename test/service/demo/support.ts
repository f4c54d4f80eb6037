import { createHash } from 'node:crypto';
import type { Db } from '../../../src/platform/db/index.ts';

/** Rows of a query, read as the owner. */
export const rowsOf = (db: Db, sql: string): Promise<Record<string, unknown>[]> =>
  db.raw.session('owner', async (session) => (await session.query(sql)).rows);

/** The first column of the first row. */
export const oneOf = async (db: Db, sql: string): Promise<unknown> =>
  Object.values((await rowsOf(db, sql))[0] ?? {})[0];

const TABLES = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('schema_migrations', 'navi_municipalities', 'article_changes') order by 1`;

/** A digest of the rows of every table of ours, but for the counters of changes of the public site and of the articles. */
export const digestsOf = async (db: Db): Promise<Record<string, string>> => {
  const digests: Record<string, string> = {};
  for (const { name } of await rowsOf(db, TABLES)) {
    const hash = createHash('sha256');
    for (const { row } of await rowsOf(db, `select t::text as row from "${name}" t order by 1`))
      hash.update(`${row}\n`);
    digests[String(name)] = hash.digest('hex');
  }
  return digests;
};
