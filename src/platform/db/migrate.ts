import { migrateJobs } from '../jobs/schema.ts';
import { bootstrap } from './bootstrap.ts';
import { type MigrationFile, pending, readMigrations } from './migration-files.ts';
import type { Db, Session } from './types.ts';

const LOCK = 7_105_021; // any number, the same for every process of this program

/** Brings the database up to the files of the folder, one transaction each, and the job library's tables with it. */
export async function migrate(db: Db, dir: string): Promise<{ applied: string[] }> {
  const files = readMigrations(dir);
  const { rows } = await db.raw.session('app', (session) => session.query('select current_user as login'));
  const login = String(rows[0]?.login);
  return db.raw.session('owner', async (session) => {
    await session.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      await bootstrap(session, login);
      await migrateJobs(session, db.kind, db.log);
      const todo = pending(files, await appliedOnes(session));
      for (const file of todo) await apply(session, file);
      return { applied: todo.map(({ name }) => name) };
    } finally {
      await session.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  });
}

/** Says which files the database still lacks; it changes nothing (`/readyz`). */
export async function missingMigrations(db: Db, dir: string): Promise<string[]> {
  const files = readMigrations(dir);
  return db.raw.session('app', async (session) => {
    const { rows } = await session.query(`select to_regclass('schema_migrations') is not null as there`);
    const applied = rows[0]?.there ? await appliedOnes(session) : [];
    return pending(files, applied).map(({ name }) => name);
  });
}

async function appliedOnes(session: Session): Promise<Array<{ name: string; checksum: string }>> {
  const { rows } = await session.query('select name, checksum from schema_migrations order by name');
  return rows.map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) }));
}

async function apply(session: Session, { name, sql, checksum }: MigrationFile): Promise<void> {
  await session.exec('begin');
  try {
    await session.exec(sql);
    await session.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await session.exec('commit');
  } catch (error) {
    await session.exec('rollback').catch(() => undefined);
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
