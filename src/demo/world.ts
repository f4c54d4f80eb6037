import type { Db, Session } from '../platform/db/index.ts';
import { insertRows, type Run, runInSession, seedMasterData } from '../seed/index.ts';
import { isDemo, keptTables, markAsDemo } from './marker.ts';
import { loadOffices } from './offices.ts';
import { countRows, demoRows } from './rows.ts';
import { makeSecrets } from './secrets.ts';
import { moveSequences, ownTables, tablesWithRows } from './tables.ts';
import { DEMO_START } from './time.ts';
import { officeContacts, type Secrets } from './users.ts';

export { isDemo, isEmpty } from './marker.ts';

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

/** Empties our tables and the waiting jobs, but for what the migrations filled. Not `cascade`: nothing goes by accident. */
const empty = async (run: Run): Promise<void> => {
  const kept = await keptTables(run);
  const tables = (await ownTables(run)).filter((table) => !kept.includes(table));
  await run(`truncate ${tables.join(', ')} restart identity`);
  await run('delete from pgboss.job');
  // Of what the migrations filled, 国 changes the items of the report.
  await run('update report_categories set to_day = null');
  await run('delete from report_dose_numbers where number > 4');
  await run('update report_dose_numbers set to_day = null');
};

const fill = async (run: Run, secrets: Secrets): Promise<ReadonlyMap<string, number>> => {
  const filledByMigrations = await tablesWithRows(run);
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
  await markAsDemo(run, filledByMigrations);
  return countRows(tables);
};
