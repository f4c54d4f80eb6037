import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Db, Log } from '../db/index.ts';
import { bossOver } from './boss.ts';
import { whenIdle } from './idle.ts';
import { onKick } from './kick.ts';
import { type JobPayloads, QUEUES, type Queue } from './queues.ts';

/** Does one job; throwing means "try again later". `lastTry` says that there will be no later. */
export type Handler<Q extends Queue> = (payload: JobPayloads[Q], attempt: { lastTry: boolean }) => Promise<void>;
export type Handlers = { readonly [Q in Queue]: Handler<Q> };

export interface RunningJobs {
  /** Waits until nothing is left to do now; what waits for its next try does not count. */
  idle(limitMs?: number): Promise<void>;
  /** Takes no more jobs and finishes the ones at hand. */
  stop(limitMs?: number): Promise<void>;
}

/** A commit in this process wakes the workers at once; polling is for retries and for the other processes' jobs. */
const POLL_SECONDS = { embedded: 10, server: 2 } as const;
const BATCH = 10;

/** Starts the workers of every queue. The migrations must have run. */
export async function startJobs(db: Db, handlers: Handlers): Promise<RunningJobs> {
  const boss = bossOver((work) => db.raw.session('jobs', work), db.kind, db.log, { supervise: true });
  await boss.start();
  const ends: Array<() => void> = [];
  for (const queue of QUEUES) ends.push(await startWorker(boss, db, queue, handlers[queue] as Handler<Queue>));
  return {
    idle: (limitMs = 10_000) => whenIdle(db, limitMs),
    async stop(limitMs = 15_000) {
      for (const end of ends) end();
      await boss.stop({ close: false, graceful: true, timeout: limitMs });
    },
  };
}

async function startWorker(boss: PgBoss, db: Db, queue: Queue, handler: Handler<Queue>): Promise<() => void> {
  const options = {
    batchSize: BATCH,
    burstWhenBatchFull: true,
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: POLL_SECONDS[db.kind],
  } as const;
  const id = await boss.work<JobPayloads[Queue], unknown, typeof options>(queue, options, async (jobs) => {
    const results: JobResult[] = [];
    // The library fetches the oldest first, but hands a batch over in any order.
    const inOrder = jobs.toSorted((a, b) => a.createdOn.getTime() - b.createdOn.getTime());
    for (const job of inOrder) results.push(await runJob(db.log, queue, handler, job));
    return results;
  });
  return onKick(queue, () => boss.notifyWorker(id));
}

async function runJob(
  log: Log,
  queue: Queue,
  handler: Handler<Queue>,
  job: JobWithMetadata<JobPayloads[Queue]>,
): Promise<JobResult> {
  try {
    await handler(job.data, { lastTry: job.retryCount >= job.retryLimit });
    return { id: job.id, status: 'completed' };
  } catch (error) {
    log.warn({ err: error, queue, job: job.id, tries: job.retryCount + 1 }, 'a job failed');
    return {
      id: job.id,
      status: 'failed',
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}
