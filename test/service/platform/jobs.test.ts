import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../src/platform/db/index.ts';
import { type Handler, type RunningJobs, sendJob, startJobs } from '../../../src/platform/jobs/index.ts';
import { testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
let jobs: RunningJobs | undefined;
beforeEach(reset);
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

async function collect(handle: Handler<'send-mail'> = async () => {}): Promise<number[]> {
  const done: number[] = [];
  jobs = await startJobs(db, {
    'send-mail': async (payload, attempt) => {
      await handle(payload, attempt);
      done.push(payload.mailId);
    },
    'reset-password': async () => undefined,
    'take-over-sheet': async () => undefined,
  });
  return done;
}

const send = (mailId: number) => db.transaction({ role: 'web' }, (tx) => sendJob(tx, 'send-mail', { mailId }));

test('51 of 51 jobs sent by pages are done, each once', async () => {
  const done = await collect();
  await Promise.all(Array.from({ length: 51 }, (_, index) => send(index)));
  await jobs?.idle();
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 51 }, (_, index) => index));
});

test('jobs sent before the workers start are done after', async () => {
  await send(1);
  const done = await collect();
  await jobs?.idle();
  expect(done).toEqual([1]);
});

test('a worker begins soon after the commit, without waiting for its poll', async () => {
  const done = await collect();
  await jobs?.idle();
  const began = performance.now();
  await send(7);
  while (done.length === 0 && performance.now() - began < 5000) await new Promise((then) => setTimeout(then, 5));
  expect(done).toEqual([7]);
});

test('a rollback takes the job with it', async () => {
  const done = await collect();
  const failing = db.transaction({ role: 'web' }, async (tx) => {
    await sendJob(tx, 'send-mail', { mailId: 1 });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await jobs?.idle();
  expect(done).toEqual([]);
});

test('handlers use the database while pages do', async () => {
  const seen: number[] = [];
  await collect(async ({ mailId }) => {
    await db.transaction({ role: 'all' }, (tx) => sql`select pg_sleep(0.001)`.execute(tx));
    seen.push(mailId);
  });
  for (let id = 0; id < 20; id++) await send(id);
  await jobs?.idle();
  expect(seen).toHaveLength(20);
});

test('a job that fails waits for its next try and does not stop the others', async () => {
  const done = await collect(async ({ mailId }) => {
    if (mailId === 2) throw new Error('no luck');
  });
  for (const id of [1, 2, 3]) await send(id);
  await jobs?.idle();
  expect(done).toEqual([1, 3]);
  const { rows } = await db.raw.session('jobs', (session) =>
    session.query(
      `select state::text, retry_count, start_after > now() as later from pgboss.job where state <> 'completed'`,
    ),
  );
  expect(rows).toEqual([{ state: 'retry', retry_count: 0, later: true }]);
});

test('the role of pages can put jobs in, but neither read nor change them', async () => {
  await send(1);
  for (const statement of [
    'select data from pgboss.job',
    'delete from pgboss.job',
    `update pgboss.job set data = '{}'`,
  ]) {
    const attempt = db.transaction({ role: 'web' }, (tx) => sql.raw(statement).execute(tx));
    await expect(attempt).rejects.toThrow(/permission denied/);
  }
});

test('the workers have the rights of jobs only', async () => {
  const { rows } = await db.raw.session('jobs', (session) => session.query('select current_user as login'));
  expect(rows).toEqual([{ login: db.kind === 'embedded' ? 'postgres' : 'vsys_all' }]);
});

test('an older version of the job tables is brought up to date', async () => {
  const { getRollbackPlans } = await import('pg-boss');
  const version = () => db.raw.session('owner', (session) => session.query('select version from pgboss.version'));
  const before = (await version()).rows;
  const now = Number(before[0]?.version);
  await db.raw.session('owner', (session) => session.exec(getRollbackPlans('pgboss', now)));
  expect((await version()).rows).toEqual([{ version: now - 1 }]);
  await migrate(db, 'migrations');
  expect((await version()).rows).toEqual(before);
  await send(1);
  const done = await collect();
  await jobs?.idle();
  expect(done).toEqual([1]);
});
