import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { insertReport } from '../../../src/features/reports/reports.store.ts';
import { reconcileStock } from '../../../src/features/stock/index.ts';
import { totalsRoom } from '../../../src/features/totals/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { SystemCtx } from '../../../src/platform/context.ts';
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

test('many reports and versions in one statement count like one after the other', async () => {
  const of = (who: Person) => `select ${who.orgId} as venue_id, ${who.userId} as user_id`;
  await db.raw.session('owner', async (session) => {
    await session.exec(`
      with v as (${of(people.basic)} union all ${of(people.satellite)})
      insert into report_versions (venue_id, vaccine_id, cycle_id, prefecture_code, municipality_code, version, doses,
        discarded_vials, registered_at, registered_by)
      select venue_id, ${vaccine}, case when n < 3 then ${cycles[0]} else ${cycles[1]} end, '13', '131032', n, n * 7 - n % 2, n / 2,
        '2021-04-20 09:00+09'::timestamptz + make_interval(days => n), user_id
      from v, generate_series(1, 5) n order by n desc;
      insert into report_counts (report_id, category, dose_number, doses, venue_id, prefecture_code, municipality_code)
      select id, 'elderly', 1, doses, venue_id, prefecture_code, municipality_code from report_versions`);
  });
  expect(await differences(db)).toEqual([]);
  expect(await db.transaction({ role: 'all' }, (tx) => reconcileStock({ tx }))).toEqual([]);
  const ledger = `select count(*)::integer as entries, sum(doses)::integer as doses, sum(vials)::integer as vials from ledger_entries`;
  expect(await rowsOf(db, ledger)).toEqual([{ entries: 10 + 4, doses: 68, vials: -4 }]);
});

test('the nightly run finds a total that was changed behind the triggers, and 国 hears of it', async () => {
  const told: string[] = [];
  const due = (at: string) =>
    db.transaction({ role: 'all' }, async (tx) => {
      const emit: SystemCtx['emit'] = async (_, payload) => {
        told.push(...[payload].flat().map((news) => ('title' in news ? news.title : '')));
      };
      await totalsRoom.due?.({ actor: null, now: new Date(at), tx, emit, publicUrl: '' }, new Date(at));
    });
  await enter(new Map(), { venue: 'basic', cycle: 0, hours: 0, cells: { 'elderly.d1': 7 }, discarded: 1 });
  await due('2021-04-27T03:00:00+09:00');
  expect(told).toEqual([]);
  await db.raw.session('owner', (session) =>
    session.exec(`update area_totals set amount = 8 where measure = 'total_doses'`),
  );
  expect(await differences(db)).toMatchObject([
    { what: 'total', measure: 'total_doses', areaCode: '131032', kept: 8, rebuilt: 7 },
    { what: 'prefecture', measure: 'total_doses', areaCode: '13', kept: 7, rebuilt: 8 },
  ]);
  await due('2021-04-28T02:59:00+09:00');
  expect(told).toEqual([]);
  await due('2021-04-28T03:00:00+09:00');
  await due('2021-04-28T04:00:00+09:00');
  expect(told).toEqual(['集計の計算に違いが見つかりました']);
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
  for (const table of ['area_totals', 'area_day_totals', 'prefecture_totals', 'prefecture_day_totals'])
    await expect(
      db.transaction({ role: 'all' }, (tx) => sql.raw(`update ${table} set amount = 0`).execute(tx)),
    ).rejects.toThrow(/permission denied/);
});
