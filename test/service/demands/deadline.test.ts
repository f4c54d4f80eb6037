import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { systemCtx } from '../../../src/app.ts';
import { demandsRoom } from '../../../src/features/demands/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, at, rowsOf } from './support.ts';

let db: Db;
let people: Record<Column, Person>;
let cycle: number;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  cycle = await addCycle(db);
});

const due = (now: Date) =>
  db.transaction({ role: 'all' }, async (tx) => demandsRoom.due?.(systemCtx('http://127.0.0.1:1')(tx, now), now));
const moments = (from: Date, to: Date) =>
  db.transaction({ role: 'all' }, async (tx) =>
    demandsRoom.dueMoments?.(systemCtx('http://127.0.0.1:1')(tx, from), from, to),
  );
const news = () => rowsOf(db, 'select org_id, title from notices order by id');

test('the alert goes to 基本型 venues that entered nothing, once, from 8:00 two days before (M2.4-0)', async () => {
  await due(at('2021-04-28T07:59'));
  expect(await news()).toEqual([]);
  await due(at('2021-04-28T08:00'));
  await due(at('2021-04-28T08:01'));
  expect(await news()).toEqual([{ org_id: people.basic.orgId, title: '納入希望量登録締切日アラート' }]);
  expect(await rowsOf(db, 'select subject, org_id from mails')).toEqual([
    { subject: '【V-SYS】納入希望量登録締切日アラート', org_id: people.basic.orgId },
  ]);
});

test('who has registered hears nothing', async () => {
  await db.transaction({ role: 'all' }, (tx) =>
    sql`insert into demands (cycle_id, venue_id, prefecture_code, municipality_code, requested, registered_at, registered_by)
        values (${cycle}, ${people.basic.orgId}, '13', '131032', 0, ${START}, ${people.basic.userId})`.execute(tx),
  );
  await due(at('2021-04-28T08:00'));
  await due(at('2021-04-30T17:01'));
  expect(await news()).toEqual([]);
});

test('after the deadline no alert goes out, but the municipality hears of it once (S3)', async () => {
  await due(at('2021-04-30T17:01'));
  await due(at('2021-05-01T09:00'));
  expect(await news()).toEqual([{ org_id: people.municipality.orgId, title: '納入希望量が未入力の施設があります' }]);
  expect(await rowsOf(db, 'select deadline_alert_done_at from cycles')).toEqual([
    { deadline_alert_done_at: at('2021-04-30T17:01') },
  ]);
});

test('the demo clock stops at both moments, until they are done', async () => {
  const both = [at('2021-04-28T08:00'), at('2021-04-30T17:01')];
  expect(await moments(START, at('2021-05-01T00:00'))).toEqual(both);
  expect(await moments(at('2021-04-28T08:00'), at('2021-05-01T00:00'))).toEqual(both.slice(1));
  await due(at('2021-04-28T08:00'));
  await due(at('2021-04-30T17:01'));
  expect(await moments(START, at('2021-05-01T00:00'))).toEqual([]);
});

test('hundreds of venues are told in one go', async () => {
  await db.transaction({ role: 'all' }, async (tx) => {
    await sql`insert into organisations (kind, name, prefecture_code, municipality_code)
      select 'venue', 'v' || n, '13', '131032' from generate_series(1, 300) n`.execute(tx);
    await sql`insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code)
      select id, lpad(id::text, 10, '0'), name, '13', '131032' from organisations where name ~ '^v[0-9]'`.execute(tx);
    await sql`insert into venues (venue_id, prefecture_code, municipality_code)
      select id, '13', '131032' from organisations where name ~ '^v[0-9]'`.execute(tx);
    await sql`insert into venue_vaccines (venue_id, vaccine_id, role)
      select o.id, x.id, 'basic' from organisations o, vaccines x where o.name ~ '^v[0-9]'`.execute(tx);
  });
  await due(at('2021-04-28T08:00'));
  expect(await news()).toHaveLength(301);
});
