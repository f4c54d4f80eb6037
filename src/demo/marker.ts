import type { Db } from '../platform/db/index.ts';
import type { Run } from '../seed/index.ts';
import { DEMO_START } from './time.ts';

/** Raised when the demo world changes, so that an old one can be told. */
const DEMO_VERSION = 1;

const ask = (db: Db, sql: string): Promise<boolean> =>
  db.raw.session('owner', async (session) => (await session.query(sql)).rows[0]?.yes === true);

/** True when the demo made this database. */
export const isDemo = (db: Db): Promise<boolean> =>
  ask(db, `select exists (select from app_state where key = 'demo') as yes`);

/** True when nobody has put anything into this database yet. */
export const isEmpty = (db: Db): Promise<boolean> =>
  ask(
    db,
    `select not exists (select from organisations) and not exists (select from users)
        and not exists (select from audit_log) and not exists (select from app_state) as yes`,
  );

/** `kept`: tables that the migrations had filled before; a reset leaves them alone. */
export const markAsDemo = async (run: Run, kept: readonly string[]): Promise<void> => {
  const seededAt = DEMO_START.toISOString();
  await run(`insert into app_state (key, value, updated_at) values ('demo', $1::jsonb, $2::timestamptz)`, [
    JSON.stringify({ version: DEMO_VERSION, seededAt, kept }),
    seededAt,
  ]);
};

export const keptTables = async (run: Run): Promise<readonly string[]> => {
  const rows = await run(`select jsonb_array_elements_text(value->'kept') as name from app_state where key = 'demo'`);
  return rows.map(({ name }) => String(name));
};
