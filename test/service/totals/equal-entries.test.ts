import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { insertReport } from '../../../src/features/reports/reports.store.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, rowsOf } from '../demands/support.ts';
import { differences } from './support.ts';

let db: Db;
let people: Record<Column, Person>;
let reset: () => Promise<void>;
let vaccine: number;
let cycles: number[];

const prepare = async (): Promise<void> => {
  people = await addPeople(db, START);
  cycles = [await addCycle(db), await addCycle(db, { number: 6 })];
  vaccine = Number((await rowsOf<{ id: number }>(db, 'select id from vaccines'))[0]?.id);
};

beforeEach(async () => {
  ({ db, reset } = await testDb());
  await prepare();
});

const report = fc.record({
  venue: fc.constantFrom<'basic' | 'satellite'>('basic', 'satellite'),
  cycle: fc.constantFrom(0, 1, null),
  hours: fc.nat(72),
  cells: fc.dictionary(fc.constantFrom('health_worker.d1', 'elderly.d1', 'elderly.d2', 'other.d2'), fc.nat(5000), {
    minKeys: 1,
  }),
  discarded: fc.nat(20),
});
type Entered = {
  venue: 'basic' | 'satellite';
  cycle: number | null;
  hours: number;
  cells: Record<string, number>;
  discarded: number;
};

/** Registers a running total as the next version; numbers that are not named stay as they were. */
const enter = async (former: Map<string, { version: number; counts: Record<string, number> }>, one: Entered) => {
  const last = former.get(one.venue) ?? { version: 0, counts: {} };
  const next = { version: last.version + 1, counts: { ...last.counts, ...one.cells } };
  former.set(one.venue, next);
  const { orgId, userId } = people[one.venue];
  await db.transaction({ role: 'web', settings: { 'app.reach': `v${orgId}` } }, (tx) =>
    insertReport(tx, {
      venueId: orgId,
      prefectureCode: '13',
      municipalityCode: '131032',
      vaccineId: vaccine,
      cycleId: one.cycle === null ? null : (cycles[one.cycle] ?? null),
      version: next.version,
      counts: next.counts,
      discardedVials: one.discarded,
      at: new Date(START.getTime() + one.hours * 3_600_000),
      userId,
    }),
  );
  return next;
};

test('whatever is reported and corrected, the totals are what the entries come to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 12 }), async (reports) => {
      await reset();
      await prepare();
      const former = new Map<string, { version: number; counts: Record<string, number> }>();
      for (const one of reports) await enter(former, one);
      expect(await differences(db)).toEqual([]);
      const registered = [...former.values()].flatMap(({ counts }) => Object.values(counts));
      const sum = registered.reduce((all, doses) => all + doses, 0);
      expect(
        await rowsOf(
          db,
          `select sum(amount) filter (where measure = 'total_doses')::integer as doses, sum(amount) filter (where measure = 'doses')::integer as cells,
            sum(amount) filter (where measure = 'venues_first')::integer as venues from area_totals`,
        ),
      ).toEqual([{ doses: sum, cells: sum === 0 ? null : sum, venues: former.size }]);
    }),
    { numRuns: 15 },
  );
});

test('two users of two venues of one municipality who report at once both count', async () => {
  const former = new Map();
  await Promise.all([
    enter(former, { venue: 'basic', cycle: 0, hours: 0, cells: { 'elderly.d1': 7, 'other.d1': 1 }, discarded: 1 }),
    enter(former, { venue: 'satellite', cycle: 0, hours: 0, cells: { 'elderly.d1': 5, 'other.d1': 2 }, discarded: 0 }),
  ]);
  expect(await differences(db)).toEqual([]);
  expect(await rowsOf(db, `select amount from area_totals where measure = 'total_doses'`)).toEqual([{ amount: 15 }]);
});

test('a venue can neither read nor write totals; an office reads those of its area', async () => {
  await enter(new Map(), { venue: 'basic', cycle: 0, hours: 0, cells: { 'elderly.d1': 7 }, discarded: 1 });
  const count = (reach: string) =>
    db.transaction({ role: 'web', settings: { 'app.reach': reach } }, async (tx) =>
      Number((await sql<{ n: number }>`select count(*) as n from area_totals`.execute(tx)).rows[0]?.n),
    );
  expect(await count(`v${people.basic.orgId}`)).toBe(0);
  expect(await count('m131032')).toBeGreaterThan(0);
  expect(await count('p13')).toBeGreaterThan(0);
  expect(await count('p14')).toBe(0);
  for (const table of ['area_totals', 'area_day_totals'])
    await expect(
      db.transaction({ role: 'all' }, (tx) => sql.raw(`update ${table} set amount = 0`).execute(tx)),
    ).rejects.toThrow(/permission denied/);
});
