import type { Db, Session } from '../platform/db/index.ts';
import { insertRows, type Run, runInSession, seedMasterData } from '../seed/index.ts';
import { isDemo, markAsDemo } from './marker.ts';
import { loadOffices } from './offices.ts';
import { countRows, demoRows } from './rows.ts';
import { makeSecrets } from './secrets.ts';
import { DEMO_START } from './time.ts';
import { officeContacts, type Secrets } from './users.ts';

export { DEMO_VERSION, isDemo, isEmpty } from './marker.ts';

/** Fills an empty database with the demo world, in one transaction of the tables' owner; gives the rows per table. */
export const buildDemoWorld = async (
  db: Db,
  say: (line: string) => void = () => undefined,
): Promise<ReadonlyMap<string, number>> => {
  const secrets = await makeSecrets();
  const counts = await db.raw.session('owner', (session) => inTransaction(session, (run) => fill(run, secrets)));
  await db.raw.session('owner', (session) => session.exec('analyze'));
  say(
    `接種会場 ${counts.get('venues')?.toLocaleString('ja-JP')}か所、分配 ${counts.get('distributions')?.toLocaleString('ja-JP')}行を用意しました。`,
  );
  return counts;
};

/** Brings a demo database back to its start. Throws on any other database, which is left as it is. */
export const resetDemoWorld = async (db: Db): Promise<void> => {
  if (!(await isDemo(db))) throw new Error('This database does not carry the mark of the demo: it is not emptied.');
  const secrets = await makeSecrets();
  await db.raw.session('owner', (session) =>
    inTransaction(session, async (run) => {
      await empty(run);
      await fill(run, secrets);
    }),
  );
};

const inTransaction = async <T>(session: Session, work: (run: Run) => Promise<T>): Promise<T> => {
  await session.exec('begin');
  try {
    const done = await work(runInSession(session));
    await session.exec('commit');
    return done;
  } catch (thrown) {
    await session.exec('rollback').catch(() => undefined);
    throw thrown;
  }
};

/** Empties every table of ours and the waiting jobs; what the migrations wrote down about themselves stays. */
const empty = async (run: Run): Promise<void> => {
  const tables = await run(
    `select string_agg(format('%I.%I', n.nspname, c.relname), ', ') as list
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and (n.nspname = 'public' and c.relname <> 'schema_migrations' or n.nspname = 'pgboss' and c.relname = 'job')`,
  );
  await run(`truncate ${tables[0]?.list} restart identity cascade`);
};

const fill = async (run: Run, secrets: Secrets): Promise<ReadonlyMap<string, number>> => {
  await seedMasterData(run, DEMO_START);
  const offices = await loadOffices(run);
  const tables = demoRows(offices, secrets);
  for (const [table, rows] of tables) await insertRows(run, table, rows);
  await run(
    `update organisations o set phone = c.phone, email = c.email
     from json_to_recordset($1::json) as c(id bigint, phone text, email text) where o.id = c.id`,
    [JSON.stringify(officeContacts(offices))],
  );
  await moveSequences(run);
  await markAsDemo(run);
  return countRows(tables);
};

/** Rows came with ids of their own: the next one made by the program goes on behind them. */
const moveSequences = async (run: Run): Promise<void> => {
  const columns = await run(
    `select table_name as name, column_name as column from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES' order by 1`,
  );
  for (const { name, column } of columns)
    await run(
      `select setval(pg_get_serial_sequence('${name}', '${column}'), max("${column}")) from "${name}" having max("${column}") is not null`,
    );
};
