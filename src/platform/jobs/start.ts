import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Db, Log } from '../db/index.ts';
import { bossOver } from './boss.ts';
import { whenIdle } from './idle.ts';
import { onKick } from './kick.ts';
import { type JobPayloads, QUEUES, type Queue } from './queues.ts';

/** Does one job; throwing means "try again later". `lastTry` says that there will be no later. */
export type Handler<Q extends Queue> = (payload: JobPayloads[Q], attempt: { lastTry: boolean }) => Promise<void>;
/** Does the jobs that are at hand together, and says of each, in their order, what went wrong: that one comes again. */
export type Together<Q extends Queue> = {
  readonly together: (
    jobs: readonly { readonly payload: JobPayloads[Q]; readonly lastTry: boolean }[],
  ) => Promise<readonly (Error | null)[]>;
};
export type Handlers = { readonly [Q in Queue]: Handler<Q> | Together<Q> };
type AnyHandler = Handler<Queue> | Together<Queue>;
type Job = JobWithMetadata<JobPayloads[Queue]>;

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
  for (const queue of QUEUES) ends.push(await startWorker(boss, db, queue, handlers[queue] as AnyHandler));
  return {
    idle: (limitMs = 10_000) => whenIdle(db, limitMs),
    async stop(limitMs = 15_000) {
      for (const end of ends) end();
      await boss.stop({ close: false, graceful: true, timeout: limitMs });
    },
  };
}

async function startWorker(boss: PgBoss, db: Db, queue: Queue, handler: AnyHandler): Promise<() => void> {
  const options = {
    batchSize: BATCH,
    burstWhenBatchFull: true,
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: POLL_SECONDS[db.kind],
  } as const;
  const id = await boss.work<JobPayloads[Queue], unknown, typeof options>(queue, options, async (jobs) => {
    // The library fetches the oldest first, but hands a batch over in any order.
    const inOrder = jobs.toSorted((a, b) => a.createdOn.getTime() - b.createdOn.getTime());
    const failures = await ('together' in handler ? allTogether(handler, inOrder) : oneByOne(handler, inOrder));
    return inOrder.map((job, i) => resultOf(db.log, queue, job, failures[i] ?? null));
  });
  return onKick(queue, () => boss.notifyWorker(id));
}

const isLastTry = (job: Job): boolean => job.retryCount >= job.retryLimit;
const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

async function oneByOne(handler: Handler<Queue>, jobs: readonly Job[]): Promise<(Error | null)[]> {
  const failures: (Error | null)[] = [];
  for (const job of jobs) {
    failures.push(await handler(job.data, { lastTry: isLastTry(job) }).then(() => null, asError));
  }
  return failures;
}

/** What is thrown for all is the failure of each. */
const allTogether = ({ together }: Together<Queue>, jobs: readonly Job[]): Promise<readonly (Error | null)[]> =>
  together(jobs.map((job) => ({ payload: job.data, lastTry: isLastTry(job) }))).catch((thrown: unknown) =>
    jobs.map(() => asError(thrown)),
  );

function resultOf(log: Log, queue: Queue, job: Job, failure: Error | null): JobResult {
  if (!failure) return { id: job.id, status: 'completed' };
  log.warn({ err: failure, queue, job: job.id, tries: job.retryCount + 1 }, 'a job failed');
  return { id: job.id, status: 'failed', output: { message: failure.message } };
}
