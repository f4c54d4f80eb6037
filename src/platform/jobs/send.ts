import { sql } from 'kysely';
import { afterCommit, prepared, type Tx } from '../db/index.ts';
import { kick } from './kick.ts';
import type { JobPayloads, Queue } from './queues.ts';

const insertJobs = prepared(
  (_, { queue, payloads }: { readonly queue: Queue; readonly payloads: string }) => sql`
    insert into pgboss.job (name, data, created_on, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      expire_seconds, deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
    select name, payload, clock_timestamp(), policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second', dead_letter, heartbeat_seconds
    from pgboss.queue, jsonb_array_elements(${payloads}::jsonb) as payload where name = ${queue}`,
);

/**
 * Puts jobs into a queue inside the business transaction: they exist when it commits, and never otherwise.
 * Plain SQL and not the library's `send`, which would need the library started (and its own connection) to send.
 */
export async function sendJobs<Q extends Queue>(tx: Tx, queue: Q, payloads: readonly JobPayloads[Q][]): Promise<void> {
  if (payloads.length === 0) return;
  const { numAffectedRows } = await insertJobs(tx, { queue, payloads: JSON.stringify(payloads) });
  if (numAffectedRows !== BigInt(payloads.length)) throw new Error(`queue ${queue} does not exist: run the migrations`);
  afterCommit(tx, () => kick(queue));
}

/** Puts one job into a queue. */
export const sendJob = <Q extends Queue>(tx: Tx, queue: Q, payload: JobPayloads[Q]): Promise<void> =>
  sendJobs(tx, queue, [payload]);
