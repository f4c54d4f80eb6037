import type { Session } from '../../../src/platform/db/index.ts';
import { ownTables, seedName } from './marker.ts';

/** Brings a test database back to what the migrations left. Refuses any other database. */
export async function resetDatabase(session: Session): Promise<void> {
  const { rows } = await session.query(`select to_regclass('test.marker') is not null as marked`);
  if (!rows[0]?.marked) throw new Error('reset: this database carries no test marker, so it is not emptied');
  await ensureFunction(session);
  await session.exec('begin');
  try {
    // Without triggers: foreign keys ask for no order, and tables that refuse a delete are emptied too.
    await session.exec('set local session_replication_role = replica; select test.empty()');
    await session.exec('commit');
  } catch (error) {
    await session.exec('rollback');
    throw error;
  }
}

/**
 * A function that the server plans once a connection: hundreds of tests call it, and planning took most of their time.
 * Its name tells how many tables it knows; a test that makes one gets a new function.
 */
async function ensureFunction(session: Session): Promise<void> {
  const { rows } = await session.query(
    `select obj_description(to_regprocedure('test.empty()')) is not distinct from count(*)::text as known
     from pg_class where relkind in ('r', 'p') and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`,
  );
  if (rows[0]?.known) return;
  const tables = await ownTables(session);
  const seeds = await seedColumns(session);
  const steps = [
    ...tables.map((table) => `delete from ${table};`),
    ...[...seeds].map(
      ([table, columns]) =>
        `insert into ${table} (${columns}) overriding system value select ${columns} from test.${seedName(table)};`,
    ),
    ...(await sequences(session)).map(({ name, start }) => `perform setval('${name}', ${start}, false);`),
  ];
  await session.exec(
    `create or replace function test.empty() returns void language plpgsql as $reset$ begin ${steps.join(' ')} end $reset$`,
  );
  await session.exec(
    `do $$ begin execute format('comment on function test.empty() is %L', (select count(*)::text from pg_class
       where relkind in ('r', 'p') and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace))); end $$`,
  );
}

/** Table → its columns that can be written, for the tables that the migrations filled. */
async function seedColumns(session: Session): Promise<Map<string, string>> {
  const { rows } = await session.query(
    `select format('%I.%I', n.nspname, c.relname) as name, string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where exists (
       select from pg_class s join pg_namespace t on t.oid = s.relnamespace
       where t.nspname = 'test' and s.relname = 'seed ' || replace(format('%I.%I', n.nspname, c.relname), '"', '')
     )
     group by 1`,
  );
  return new Map(rows.map(({ name, columns }) => [String(name), String(columns)]));
}

async function sequences(session: Session): Promise<{ name: string; start: string }[]> {
  const { rows } = await session.query(
    `select format('%I.%I', schemaname, sequencename) as name, start_value as start from pg_sequences where schemaname = 'public'`,
  );
  return rows.map(({ name, start }) => ({ name: String(name), start: String(start) }));
}
