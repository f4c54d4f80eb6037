import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { digestIn, rowsOf } from '../demands/support.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let now: Date;

beforeEach(async () => {
  ({ db } = await testDb());
  now = START;
  people = await addPeople(db, START);
  app = await testApp(db, () => now);
});

/** Later; nobody is logged out meanwhile. */
const move = async (to: string): Promise<void> => {
  now = new Date(to);
  await rowsOf(db, `update sessions set created_at = '${to}', last_seen_at = '${to}' returning 1`);
};
const categories = ['health_worker', 'care_worker', 'elderly', 'underlying', 'other'];
test('the third dose is asked for from its day, and a category that ended keeps what was registered', async () => {
  const vaccine = Number((await rowsOf<{ id: number }>(db, 'select id from vaccines'))[0]?.id);
  const page = async () => (await app.open(people.basic, `/reports?vaccine=${vaccine}`)).html;
  expect(await page()).not.toContain('医療従事者 3回目');
  const first = await app.send(people.basic, '/reports', {
    ...Object.fromEntries(categories.flatMap((code) => [1, 2].map((n) => [`counts.${code}.d${n}`, '10']))),
    vaccine: String(vaccine),
    cycle: '',
    requested: '',
    storage: '',
    discarded: '0',
    _version: '0',
  });
  expect(first.status).toBe(303);

  await db.raw.session('owner', (session) =>
    session.query(`update report_categories set to_day = '2021-11-30' where code = 'underlying'`),
  );
  await move('2021-12-01T09:00:00+09:00');
  const later = await page();
  expect(later).toContain('医療従事者 3回目');
  expect(later).not.toContain('医療従事者 4回目');
  expect(later).not.toContain('基礎疾患保有者 1回目');
  const second = await app.send(people.basic, '/reports', {
    ...Object.fromEntries(
      categories
        .filter((code) => code !== 'underlying')
        .flatMap((code) => [1, 2, 3].map((n) => [`counts.${code}.d${n}`, '11'])),
    ),
    vaccine: String(vaccine),
    cycle: '',
    requested: '',
    storage: '',
    discarded: '0',
    _version: '1',
  });
  expect(second.status).toBe(303);
  const { rows } = await db.transaction({ role: 'all' }, (tx) =>
    sql`select version, doses from report_versions order by version`.execute(tx),
  );
  // 4 categories × 3 numbers × 11, and 20 of the category that ended.
  expect(rows).toEqual([
    { version: 1, doses: 100 },
    { version: 2, doses: 152 },
  ]);
  const cells = await app.open(people.municipality, '/totals/cells.csv');
  expect(cells.html).toContain('基礎疾患保有者,10,10,0,20');
});

test('国 adds a dose number and ends a category, with a question, a reason and a history', async () => {
  const change = (fields: Record<string, string | string[]>) =>
    app.send(people.ministry, '/reports/shape', { item: '', day: '', reason: '国の決定', _version: '0', ...fields });
  const confirmed = async (fields: Record<string, string>) =>
    change({ ...fields, _confirmed: digestIn((await change(fields)).html) });
  expect((await change({ item: 'new', day: '2021/04/25' })).html).toContain('今日以後の日付を入力してください。');
  expect((await change({ item: 'new', day: '2021/05/01', reason: '' })).status).toBe(422);
  const asked = await change({ item: 'new', day: '2021/05/01' });
  expect(asked.html).toContain('5回目');
  expect(await rowsOf(db, 'select 1 from report_shape_changes')).toEqual([]);
  expect((await confirmed({ item: 'new', day: '2021/05/01' })).location).toBe('/reports/shape');
  expect((await change({ item: 'c:other', day: '2021/04/26' })).status).toBe(409);
  expect((await confirmed({ item: 'c:other', day: '2021/04/26', _version: '1' })).status).toBe(303);
  const page = (await app.open(people.ministry, '/reports/shape')).html;
  for (const text of ['5回目', 'これから', '国の決定', '2021/04/26（月）']) expect(page).toContain(text);
  expect(
    await rowsOf(db, `select detail->>'reason' as reason from audit_log where action = 'report.shape' order by id`),
  ).toEqual([{ reason: '国の決定' }, { reason: '国の決定' }]);
  expect((await app.open(people.basic, '/reports')).html).toContain('その他 1回目');
  await move('2021-05-01T09:00:00+09:00');
  const report = (await app.open(people.basic, '/reports')).html;
  expect(report).toContain('高齢者 5回目');
  expect(report).not.toContain('その他 1回目');
  for (const who of [people.desk, people.municipality, people.basic])
    expect((await app.open(who, '/reports/shape')).status).toBe(404);
});
