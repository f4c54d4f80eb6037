import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { systemCtx } from '../../../src/app.ts';
import { reportsRoom } from '../../../src/features/reports/index.ts';
import { insertReport } from '../../../src/features/reports/reports.store.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, at, rowsOf } from '../demands/support.ts';

let db: Db;
let people: Record<Column, Person>;
let cycle: number;

/** クール 5 is followed by クール 6 on 6/1, so its reports end on 5/31. */
beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  cycle = await addCycle(db);
  await addCycle(db, { number: 6 });
  await db.transaction({ role: 'all' }, (tx) =>
    sql`update cycles set vaccination_from = '2021-06-01', vaccination_to = '2021-06-20' where id <> ${cycle}`.execute(
      tx,
    ),
  );
});

const due = (now: Date) =>
  db.transaction({ role: 'all' }, async (tx) => reportsRoom.due?.(systemCtx('http://127.0.0.1:1')(tx, now), now));
const moments = (from: Date, to: Date) =>
  db.transaction({ role: 'all' }, async (tx) =>
    reportsRoom.dueMoments?.(systemCtx('http://127.0.0.1:1')(tx, from), from, to),
  );
const news = () => rowsOf(db, 'select org_id, title from notices order by id');
const report = async (venue: Person) => {
  const vaccine = Number((await rowsOf<{ id: number }>(db, 'select id from vaccines'))[0]?.id);
  await db.transaction({ role: 'all' }, (tx) =>
    insertReport(tx, {
      venueId: venue.orgId,
      prefectureCode: '13',
      municipalityCode: '131032',
      vaccineId: vaccine,
      cycleId: cycle,
      version: 1,
      counts: { 'elderly.d1': 1 },
      discardedVials: 0,
      at: at('2021-05-20T10:00'),
      userId: venue.userId,
    }),
  );
};
const reminder = '接種実績等の報告のお願い';
const missing = '接種実績等が未報告の施設があります';

test('who reported nothing in the クール is reminded once, two days before it ends', async () => {
  await report(people.basic);
  await due(at('2021-05-29T07:59'));
  expect(await news()).toEqual([]);
  await due(at('2021-05-29T08:00'));
  await due(at('2021-05-29T08:01'));
  expect(await news()).toEqual([{ org_id: people.satellite.orgId, title: reminder }]);
  expect(await rowsOf(db, 'select subject from mails')).toEqual([{ subject: `【V-SYS】${reminder}` }]);
});

test('then the municipality is told, once', async () => {
  await due(at('2021-05-29T08:00'));
  await due(at('2021-06-01T07:59'));
  await report(people.basic);
  await due(at('2021-06-01T08:00'));
  await due(at('2021-06-02T08:00'));
  expect(await news()).toEqual([
    { org_id: people.basic.orgId, title: reminder },
    { org_id: people.satellite.orgId, title: reminder },
    { org_id: people.municipality.orgId, title: missing },
  ]);
  expect(await rowsOf(db, `select body from notices where kind = 'report.missing'`)).toEqual([
    { body: expect.stringContaining('未報告の医療機関・接種会場：1施設') },
  ]);
});

test('a クール that was over long ago is told of no more', async () => {
  await due(at('2021-08-01T08:00'));
  expect(await news()).toEqual([]);
  expect(await rowsOf(db, 'select id from cycles where report_escalated_at is null')).toEqual([]);
});

test('the demo clock stops at each moment until it is done', async () => {
  const all = ['2021-05-29T08:00', '2021-06-18T08:00', '2021-06-01T08:00', '2021-06-21T08:00'].map(at);
  const sorted = (list: readonly Date[] | undefined) => [...(list ?? [])].map(Number).sort();
  expect(sorted(await moments(START, at('2021-07-01T00:00')))).toEqual(sorted(all));
  for (const moment of sorted(all)) await due(new Date(moment));
  expect(await moments(START, at('2021-07-01T00:00'))).toEqual([]);
});
