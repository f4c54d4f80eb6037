import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  app = await testApp(db);
});

const set = (route: string, fromMonth: string, who = people.municipality) =>
  app.send(who, '/claim-rules', { route, fromMonth });
const rules = async () =>
  (
    await db.transaction({ role: 'all' }, (tx) =>
      sql`select municipality_code, from_month, route from claim_rules order by from_month`.execute(tx),
    )
  ).rows;

describe('請求ルール of a municipality', () => {
  test('stands beside the outputs of its venues from its month on, with its history', async () => {
    expect((await app.open(people.basic, '/claims/2021-05')).html).toContain('請求ルールは、まだ登録されていません');
    expect(await set('kokuhoren', '2021-05')).toMatchObject({ status: 303, location: '/claim-rules?saved=1' });
    expect(await set('direct', '2021-07')).toMatchObject({ status: 303 });
    expect((await app.open(people.basic, '/claims/2021-05')).html).toContain('国保連に請求することになっています');
    expect((await app.open(people.basic, '/claims/2021-04')).html).toContain('まだ登録されていません');
    const page = (await app.open(people.municipality, '/claim-rules')).html;
    expect(page).toContain('2021年7月請求分から');
    expect(page).toContain('国保連に請求する → 市町村に直接請求する');
    expect(page).toContain('未登録 → 国保連に請求する');
    expect(await set('direct', '2021-05')).toMatchObject({ status: 303 });
    expect(await rules()).toEqual([
      { municipality_code: '131032', from_month: '2021-05', route: 'direct' },
      { municipality_code: '131032', from_month: '2021-07', route: 'direct' },
    ]);
  });

  test.each([
    ['', '2021-05', '請求先を選択してください。'],
    ['by-hand', '2021-05', '請求先を選択してください。'],
    ['direct', '2021-04', 'いつの請求月からかを選択し直してください。'],
    ['direct', '2023-05', 'いつの請求月からかを選択し直してください。'],
    ['direct', '2021-13', 'いつの請求月からを選択してください。'],
    ['direct', '', 'いつの請求月からを選択してください。'],
  ])('「%s」 from 「%s」 is refused at its field', async (route, month, text) => {
    const reply = await set(route, month);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(text);
    expect(await rules()).toEqual([]);
  });

  test('the same once more changes nothing, and only municipalities have it', async () => {
    await set('direct', '2021-05');
    expect((await set('direct', '2021-06')).html).toContain('すでにこの請求先が登録されています');
    for (const who of ['basic', 'prefecture', 'ministry', 'desk'] as const)
      expect((await set('direct', '2021-05', people[who])).status, who).toBe(404);
  });
});
