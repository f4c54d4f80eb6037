import type { Session } from '../../../src/platform/db/index.ts';

/**
 * Marks a database as one of the tests and keeps what its migrations put into tables. `reset` empties marked databases
 * only. Everything is in a schema of its own, so that tests which look at all tables do not meet it.
 */
export async function markAsTest(session: Session): Promise<void> {
  await session.exec('create schema test; create table test.marker (made_at timestamptz not null default now())');
  for (const table of await ownTables(session)) {
    const { rows } = await session.query(`select from ${table} limit 1`);
    if (rows.length > 0) await session.exec(`create table test.${seedName(table)} as table ${table}`);
  }
}

/** The tables of a database that tests fill. */
export async function ownTables(session: Session): Promise<string[]> {
  const { rows } = await session.query(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and (n.nspname = 'public' and c.relname <> 'schema_migrations' or n.nspname = 'pgboss' and c.relname = 'job')
     order by 1`,
  );
  return rows.map(({ name }) => String(name));
}

/** Where `markAsTest` keeps the first rows of a table. */
export function seedName(table: string): string {
  return `"seed ${table.replaceAll('"', '')}"`;
}
