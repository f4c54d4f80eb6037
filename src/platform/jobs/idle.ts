import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../db/index.ts';

const OPEN = `select exists (
  select from pgboss.job where state = 'active' or state in ('created', 'retry') and start_after <= now()
) as busy`;

/** Waits until no job is running or ready to run. */
export async function whenIdle(db: Db, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    const { rows } = await db.raw.session('jobs', (session) => session.query(OPEN));
    if (!rows[0]?.busy) return;
    if (performance.now() > end) throw new Error(`jobs are still open after ${limitMs} ms`);
    await sleep(15);
  }
}
