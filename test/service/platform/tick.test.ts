import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { demoClock } from '../../../src/platform/clock/index.ts';
import type { Tx } from '../../../src/platform/db/index.ts';
import { type DueRoom, runDue, startTicker, stepClock } from '../../../src/platform/jobs/index.ts';
import { quiet, testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
beforeEach(reset);

type Ctx = { tx: Tx; now: Date };
type Room = DueRoom<Ctx>;
const ctxOf = (tx: Tx, now: Date): Ctx => ({ tx, now });
const at = (text: string) => new Date(`2021-${text}:00+09:00`);
const clockAt = (text: string) => demoClock(at(text), () => 0);
const put = (tx: Tx, key: string, value: string) =>
  sql`insert into app_state (key, value) values (${key}, ${JSON.stringify(value)}) on conflict (key) do update
    set value = excluded.value`.execute(tx);
const stored = async () => {
  const { rows } = await db.transaction({ role: 'all' }, (tx) =>
    sql<{ key: string; value: string }>`select key, value from app_state order by key`.execute(tx),
  );
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};

test('every room’s due work runs with the business time and sees every row', async () => {
  const rooms: Room[] = [
    { name: 'a', due: async ({ tx, now }) => void (await put(tx, 'a', now.toISOString())) },
    { name: 'idle' },
    {
      name: 'b',
      due: async ({ tx }) =>
        void (await put(tx, 'b', String((await sql`select current_user`.execute(tx)).rows.length))),
    },
  ];
  expect(await runDue(rooms, db, clockAt('04-26T09:00'), ctxOf)).toEqual({ failed: [] });
  expect(await stored()).toEqual({ a: '2021-04-26T00:00:00.000Z', b: '1' });
});

test('a room that fails is rolled back and does not stop the others', async () => {
  const failing: Room = {
    name: 'broken',
    due: async ({ tx }) => {
      await put(tx, 'broken', 'half');
      throw new Error('no');
    },
  };
  const fine: Room = { name: 'fine', due: async ({ tx }) => void (await put(tx, 'fine', 'done')) };
  expect(await runDue([failing, fine], db, clockAt('04-26T09:00'), ctxOf)).toEqual({ failed: ['broken'] });
  expect(await stored()).toEqual({ fine: 'done' });
});

/** A room with moments of its own that notes when it was called. */
function diary(name: string, moments: string[], log: string[]): Room {
  return {
    name,
    due: async (_ctx, now) => void log.push(`${name} ${now.toISOString()}`),
    dueMoments: async (_ctx, from, to) => moments.map(at).filter((each) => each > from && each <= to),
  };
}

test('the demo clock stops at every due moment, in order, and ends where it was told', async () => {
  const log: string[] = [];
  const stops: string[] = [];
  const clock = clockAt('04-26T09:00');
  const rooms = [
    diary('a', ['04-30T17:00', '04-27T00:00', '05-09T00:00'], log),
    diary('b', ['04-30T17:00', '04-26T09:00'], log),
  ];
  const result = await stepClock(clock, at('05-01T09:00'), rooms, db, ctxOf, async () => {
    stops.push(clock.now().toISOString());
  });
  expect(result).toEqual({ stops: 3, failed: [] });
  expect(stops).toEqual(['2021-04-26T15:00:00.000Z', '2021-04-30T08:00:00.000Z', '2021-05-01T00:00:00.000Z']);
  expect(log).toEqual(stops.flatMap((moment) => [`a ${moment}`, `b ${moment}`]));
  expect(clock.now()).toEqual(at('05-01T09:00'));
});

test('a moment exactly at the end is one stop, and work that a stop brings about is met', async () => {
  const log: string[] = [];
  let reminder: string[] = [];
  const room: Room = {
    name: 'a',
    due: async (_ctx, now) => {
      log.push(now.toISOString());
      if (now.getTime() === at('04-27T09:00').getTime()) reminder = ['04-27T12:00'];
    },
    dueMoments: async (_ctx, from, to) =>
      ['04-27T09:00', '04-28T09:00', ...reminder].map(at).filter((each) => each > from && each <= to),
  };
  await stepClock(clockAt('04-26T09:00'), at('04-28T09:00'), [room], db, ctxOf);
  expect(log).toEqual([at('04-27T09:00'), at('04-27T12:00'), at('04-28T09:00')].map((each) => each.toISOString()));
});

test('the clock does not go back, and a failing room is named', async () => {
  const clock = clockAt('04-26T09:00');
  await expect(stepClock(clock, at('04-26T08:59'), [], db, ctxOf)).rejects.toThrow(RangeError);
  await expect(stepClock(clock, new Date('x'), [], db, ctxOf)).rejects.toThrow(RangeError);
  const broken: Room = {
    name: 'broken',
    due: () => Promise.reject(new Error('no')),
    dueMoments: () => Promise.reject(new Error('no')),
  };
  expect(await stepClock(clock, at('04-27T09:00'), [broken], db, ctxOf)).toEqual({ stops: 1, failed: ['broken'] });
  expect(clock.now()).toEqual(at('04-27T09:00'));
});

test('two processes that tick at once do the work one after the other', async () => {
  const log: string[] = [];
  const room: Room = {
    name: 'slow',
    due: async ({ tx }) => {
      log.push('in');
      await sql`select pg_sleep(0.05)`.execute(tx);
      log.push('out');
    },
  };
  const clock = clockAt('04-26T09:00');
  await Promise.all([runDue([room], db, clock, ctxOf), runDue([room], db, clock, ctxOf)]);
  expect(log).toEqual(['in', 'out', 'in', 'out']);
});

test('the ticker does not overlap itself, survives an error, and stops', async () => {
  let running = 0;
  let most = 0;
  let calls = 0;
  const stop = startTicker(
    async () => {
      most = Math.max(most, ++running);
      await new Promise((then) => setTimeout(then, 20));
      running--;
      if (++calls === 1) throw new Error('no');
    },
    quiet,
    5,
  );
  while (calls < 3) await new Promise((then) => setTimeout(then, 5));
  await stop();
  const then = calls;
  await new Promise((wait) => setTimeout(wait, 40));
  expect({ most, more: calls - then, running }).toEqual({ most: 1, more: 0, running: 0 });
});
