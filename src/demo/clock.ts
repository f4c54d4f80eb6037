import { sql } from 'kysely';
import { type DemoClock, demoClock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import { DEMO_START } from './time.ts';

export type DemoTime = {
  readonly clock: DemoClock;
  /** Keeps the time over a restart. */
  readonly keepClock: () => Promise<void>;
  /** Back to the start, after a reset. */
  readonly restart: () => void;
};

const kept = async (db: Db): Promise<Date | null> =>
  db.transaction({ role: 'all', readOnly: true }, async (tx) => {
    const { rows } = await sql<{
      now: string;
    }>`select value->>'now' as now from app_state where key = 'demo-clock'`.execute(tx);
    return rows[0] ? new Date(rows[0].now) : null;
  });

const keep = (db: Db, now: Date): Promise<void> =>
  db.transaction({ role: 'all' }, async (tx) => {
    await sql`insert into app_state (key, value) values ('demo-clock', ${JSON.stringify({ now: now.toISOString() })}::jsonb)
      on conflict (key) do update set value = excluded.value`.execute(tx);
  });

/** The demo's clock: starts on the manual's date, goes on from where it was, and begins anew after a reset. */
export const asDemo = async (db: Db): Promise<DemoTime> => {
  let running = demoClock((await kept(db)) ?? DEMO_START);
  return {
    clock: { now: () => running.now(), moveTo: (date) => running.moveTo(date) },
    keepClock: () => keep(db, running.now()),
    restart: () => {
      running = demoClock(DEMO_START);
    },
  };
};
