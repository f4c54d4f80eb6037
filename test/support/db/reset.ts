import type { Session } from '../../../src/platform/db/index.ts';
import { ownTables, seedName } from './marker.ts';

/** Brings a test database back to what the migrations left. Refuses any other database. */
export async function resetDatabase(session: Session): Promise<void> {
  const { rows } = await session.query(`select to_regclass('test.marker') is not null as marked`);
  if (!rows[0]?.marked) throw new Error('reset: this database carries no test marker, so it is not emptied');
  const tables = await ownTables(session);
  const full = await tablesWithRows(session, tables);
  const seeds = await seedColumns(session);
  await session.exec('begin');
  try {
    // Without triggers: foreign keys ask for no order, and tables that refuse a delete are emptied too.
    await session.exec('set local session_replication_role = replica');
    for (const table of full) await session.exec(`delete from ${table}`);
    for (const [table, columns] of seeds) {
      await session.exec(
        `insert into ${table} (${columns}) overriding system value select ${columns} from test.${seedName(table)}`,
      );
    }
    await restartSequences(session);
    await session.exec('commit');
  } catch (error) {
    await session.exec('rollback');
    throw error;
  }
}

async function tablesWithRows(session: Session, tables: string[]): Promise<string[]> {
  if (tables.length === 0) return [];
  const each = tables.map((table) => `select '${table}' as name where exists (select from ${table})`);
  const { rows } = await session.query(each.join(' union all '));
  return rows.map(({ name }) => String(name));
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

async function restartSequences(session: Session): Promise<void> {
  const { rows } = await session.query(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  );
  for (const { name } of rows) await session.exec(`alter sequence ${name} restart`);
}
