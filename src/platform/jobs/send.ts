import { sql } from 'kysely';
import { afterCommit, type Tx } from '../db/index.ts';
import { kick } from './kick.ts';
import type { JobPayloads, Queue } from './queues.ts';

/**
 * Puts a job into a queue inside the business transaction: it exists when the transaction commits, and never otherwise.
 * Plain SQL and not the library's `send`, which would need the library started (and its own connection) to send.
 */
export async function sendJob<Q extends Queue>(tx: Tx, queue: Q, payload: JobPayloads[Q]): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into pgboss.job (name, data, created_on, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      expire_seconds, deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
    select name, ${JSON.stringify(payload)}::jsonb, clock_timestamp(), policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second', dead_letter, heartbeat_seconds
    from pgboss.queue where name = ${queue}`.execute(tx);
  if (numAffectedRows !== 1n) throw new Error(`queue ${queue} does not exist: run the migrations`);
  afterCommit(tx, () => kick(queue));
}
