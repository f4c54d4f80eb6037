import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, rowsOf } from './support.ts';

const { db, reset } = await testDb();
const app = await testApp(db);
let people: Record<Column, Person>;
let cycle: number;
beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  cycle = await addCycle(db);
});

const remind = (who: Person, only = '') => app.send(who, '/demands/remind', { cycle: String(cycle), only });
const news = () => rowsOf<{ org_id: number; title: string }>(db, 'select org_id, title from notices order by id');
const register = () =>
  db.transaction({ role: 'all' }, (tx) =>
    sql`insert into demands (cycle_id, venue_id, prefecture_code, municipality_code, requested, registered_at, registered_by)
      values (${cycle}, ${people.basic.orgId}, '13', '131032', 0, ${START}, ${people.basic.userId})`.execute(tx),
  );

test('each office sees who is missing under it by name, and reminds them once a day', async () => {
  expect((await app.open(people.municipality, '/')).html).toContain('納入希望量が未入力の施設');
  const [first, again] = [await remind(people.municipality), await remind(people.municipality)];
  expect(first.location).toContain('told=1&before=0');
  expect(again.location).toContain('told=0&before=1');
  expect(await news()).toEqual([{ org_id: people.basic.orgId, title: '納入希望量の登録のお願い' }]);
  expect((await app.open(people.municipality, again.location)).html).toContain('今日はすでにお知らせしているため');
  expect((await app.open(people.prefecture, '/')).html).toContain('未入力 1施設');
  await remind(people.prefecture, String(people.municipality.orgId));
  await remind(people.ministry, String(people.prefecture.orgId));
  expect((await news()).slice(1)).toEqual([
    { org_id: people.municipality.orgId, title: '納入希望量の確認のお願い' },
    { org_id: people.prefecture.orgId, title: '納入希望量の確認のお願い' },
  ]);
  expect(await rowsOf(db, 'select subject from mails')).toHaveLength(3);
});

test('two people of an office at the same moment: it is heard once', async () => {
  const answers = await Promise.all([remind(people.municipality), remind(people.municipality)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await news()).toHaveLength(1);
});

test('who has registered meanwhile is not reminded, nor anybody who is not missing here', async () => {
  expect((await remind(people.municipality, String(people.satellite.orgId))).status).toBe(409);
  expect((await remind(people.municipality, 'x')).status).toBe(409);
  await register();
  expect((await remind(people.municipality, String(people.basic.orgId))).status).toBe(409);
  expect(await news()).toEqual([]);
  expect((await app.open(people.municipality, '/demands/missing')).html).toContain('未入力・未確定はありません。');
  expect((await app.send(people.basic, '/demands/remind', { cycle: String(cycle) })).status).toBe(404);
});

test('the prefecture enters for a venue that is missing, and leaves corrections to the municipality (S18)', async () => {
  const path = `/demands/${cycle}/venues/${people.basic.orgId}`;
  expect((await app.open(people.prefecture, path)).html).toContain('納入希望量の入力');
  const { location } = await app.send(people.prefecture, path, {
    _version: '0',
    amount: '3',
    storage: 'dry_ice',
    reason: '電話で確認した',
  });
  expect(location).toContain('area=131032');
  expect(await rowsOf(db, 'select requested, proxy_org_id from demands')).toEqual([
    { requested: 3, proxy_org_id: people.prefecture.orgId },
  ]);
  expect((await news()).map(({ org_id }) => org_id)).toEqual([people.basic.orgId]);
  expect((await app.open(people.prefecture, path)).status).toBe(404);
  expect((await app.open(people.municipality, path)).status).toBe(200);
});
