import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadMunicipalDemands, sumByMunicipality, sumByPrefecture } from '../../../src/features/demands/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, digestIn, rowsOf } from './support.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let cycle: number;

const demand = (requested: number) =>
  db.transaction({ role: 'all' }, (tx) =>
    sql`insert into demands (cycle_id, venue_id, prefecture_code, municipality_code, requested, storage, registered_at, registered_by)
        values (${cycle}, ${people.basic.orgId}, '13', '131032', ${requested}, 'freezer', ${START}, ${people.basic.userId})`.execute(
      tx,
    ),
  );
const edit = () => `/demands/${cycle}/venues/${people.basic.orgId}`;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  cycle = await addCycle(db);
  app = await testApp(db);
});

describe('what the allocations read', () => {
  const read = () =>
    db.transaction({ role: 'all' }, async (tx) => ({
      venues: await loadMunicipalDemands(tx, cycle, '131032'),
      minato: (await sumByMunicipality(tx, cycle, '13')).find(({ code }) => code === '131032'),
      tokyo: (await sumByPrefecture(tx, cycle)).find(({ code }) => code === '13'),
    }));

  test('nothing entered is null on every level, and only 基本型 venues count', async () => {
    const { venues, minato, tokyo } = await read();
    expect(venues).toMatchObject([{ venueId: people.basic.orgId, requested: null, effective: null, freezers75: 1 }]);
    for (const area of [minato, tokyo])
      expect(area).toMatchObject({ sum: null, venuesEntered: 0, venuesMissing: 1, confirmedBoxes: null });
  });

  test('a correction counts instead of the request', async () => {
    await demand(4);
    await app.send(people.municipality, edit(), { amount: '3', reason: '冷凍庫の容量', _version: '1' });
    const { venues, minato, tokyo } = await read();
    expect(venues).toMatchObject([{ requested: 4, corrected: 3, effective: 3, storage: 'freezer' }]);
    for (const area of [minato, tokyo])
      expect(area).toMatchObject({ sum: 3, requestedSum: 4, venuesEntered: 1, venuesMissing: 0, municipalities: 1 });
  });
});

describe('a correction', () => {
  test('keeps both numbers with the reason, and the venue is told once', async () => {
    await demand(4);
    const reply = await app.send(people.municipality, edit(), { amount: '３', reason: '冷凍庫の容量', _version: '1' });
    expect(reply).toMatchObject({ status: 303, location: `/demands?cycle=${cycle}&saved=${people.basic.orgId}` });
    expect(await rowsOf(db, 'select requested, corrected, correction_reason, version from demands')).toEqual([
      { requested: 4, corrected: 3, correction_reason: '冷凍庫の容量', version: 2 },
    ]);
    expect(await rowsOf(db, 'select requested, corrected, reason, org_id from demand_history')).toEqual([
      { requested: 4, corrected: 3, reason: '冷凍庫の容量', org_id: people.municipality.orgId },
    ]);
    expect(await rowsOf(db, 'select org_id, title from notices')).toEqual([
      { org_id: people.basic.orgId, title: '納入希望量の修正のお知らせ' },
    ]);
  });

  test('of a form that is no longer true changes nothing', async () => {
    await demand(4);
    await app.send(people.municipality, edit(), { amount: '3', reason: '一', _version: '1' });
    const late = await app.send(people.municipality, edit(), { amount: '2', reason: '二', _version: '1' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('先に変更しました');
    expect(late.html).toContain('value="2"');
    expect(await rowsOf(db, 'select corrected from demands')).toEqual([{ corrected: 3 }]);
  });

  test.each([
    ['-1', '納入希望量は0〜99,999の整数で入力してください。'],
    ['1.5', '納入希望量は0〜99,999の整数で入力してください。'],
    ['1000000000000', '納入希望量は0〜99,999の整数で入力してください。'],
    ['', '納入希望量を入力してください。'],
    ['４', '今の値と同じです。'],
  ])('to 「%s」 is refused at the field', async (amount, message) => {
    await demand(4);
    const reply = await app.send(people.municipality, edit(), { amount, reason: '理由あり', _version: '1' });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(message);
    expect(reply.html).toContain('理由あり');
    expect(await rowsOf(db, 'select corrected from demands')).toEqual([{ corrected: null }]);
  });

  test('needs a reason', async () => {
    await demand(4);
    const reply = await app.send(people.municipality, edit(), { amount: '3', reason: '　', _version: '1' });
    expect(reply.html).toContain('理由を入力してください。');
  });

  test('is not there for venues, other areas, other kinds of venue or unknown records', async () => {
    await demand(4);
    const fields = { amount: '3', reason: '理由', _version: '1' };
    for (const who of ['basic', 'satellite', 'prefecture', 'ministry', 'desk'] as const)
      expect((await app.send(people[who], edit(), fields)).status).toBe(404);
    const other = [people.satellite.orgId, people.vendor.orgId, 999_999];
    for (const id of other)
      expect((await app.send(people.municipality, `/demands/${cycle}/venues/${id}`, fields)).status).toBe(404);
    expect((await app.send(people.municipality, `/demands/999/venues/${people.basic.orgId}`, fields)).status).toBe(404);
    await rowsOf(db, "update venues set municipality_code = '131032' returning 1");
    expect(await rowsOf(db, 'select corrected from demands')).toEqual([{ corrected: null }]);
  });

  test('enters for a venue that entered nothing, and says who did', async () => {
    const page = await app.open(people.municipality, edit());
    expect(page.html).toContain('未入力です');
    const fields = { amount: '2', reason: '電話で確認', storage: 'freezer', _version: '0' };
    expect((await app.send(people.municipality, edit(), { ...fields, storage: '' })).html).toContain(
      '保管管理を選択してください。',
    );
    expect((await app.send(people.municipality, edit(), fields)).status).toBe(303);
    expect(await rowsOf(db, 'select requested, corrected, storage, proxy_org_id from demands')).toEqual([
      { requested: 2, corrected: null, storage: 'freezer', proxy_org_id: people.municipality.orgId },
    ]);
    expect(await rowsOf(db, 'select org_id, title from notices')).toEqual([
      { org_id: people.basic.orgId, title: '納入希望量の登録のお知らせ' },
    ]);
  });
});

describe('「納入希望量を確定する」', () => {
  const confirm = (more: Record<string, string> = {}) =>
    app.send(people.municipality, `/demands/confirm?cycle=${cycle}`, { cycle: String(cycle), ...more });

  test('asks with the numbers, missing venues too, then keeps them and tells the prefecture', async () => {
    await demand(4);
    const asked = await confirm();
    expect(asked.status).toBe(200);
    for (const text of ['4箱', '780本', '4,680回', '未入力']) expect(asked.html).toContain(text);
    expect(await rowsOf(db, 'select 1 from demand_confirmations')).toEqual([]);
    const reply = await confirm({ _confirmed: digestIn(asked.html) });
    expect(reply).toMatchObject({ status: 303, location: `/demands/confirmed?cycle=${cycle}` });
    expect(await rowsOf(db, 'select boxes, venues_entered, venues_missing, version from demand_confirmations')).toEqual(
      [{ boxes: 4, venues_entered: 1, venues_missing: 0, version: 1 }],
    );
    expect(await rowsOf(db, 'select org_id from notices')).toEqual([{ org_id: people.prefecture.orgId }]);
    expect((await confirm({ _version: '1' })).html).toContain('すでに確定しています');
  });

  test('an old answer does not confirm new numbers', async () => {
    const asked = await confirm();
    await demand(4);
    const again = await confirm({ _confirmed: digestIn(asked.html) });
    expect(again.status).toBe(200);
    expect(digestIn(again.html)).not.toBe(digestIn(asked.html));
    expect(await rowsOf(db, 'select 1 from demand_confirmations')).toEqual([]);
  });

  test('a correction afterwards makes it old; confirming again keeps both', async () => {
    await demand(4);
    await confirm({ _confirmed: digestIn((await confirm()).html) });
    await app.send(people.municipality, edit(), { amount: '3', reason: '理由', _version: '1' });
    expect((await app.open(people.municipality, '/demands')).html).toContain('もう一度確定が必要です');
    const asked = await confirm({ _version: '1' });
    await confirm({ _version: '1', _confirmed: digestIn(asked.html) });
    expect(await rowsOf(db, 'select boxes, version from demand_confirmations')).toEqual([{ boxes: 3, version: 2 }]);
    expect(await rowsOf(db, 'select boxes, version from demand_confirmation_history order by version')).toEqual([
      { boxes: 4, version: 1 },
      { boxes: 3, version: 2 },
    ]);
  });

  test('is refused to two tabs at once, and to everyone else', async () => {
    await demand(4);
    await confirm({ _confirmed: digestIn((await confirm()).html) });
    await app.send(people.municipality, edit(), { amount: '3', reason: '理由', _version: '1' });
    expect((await confirm()).status).toBe(409);
    for (const who of ['basic', 'prefecture', 'ministry'] as const)
      expect((await app.send(people[who], '/demands/confirm', { cycle: String(cycle) })).status).toBe(404);
  });
});

describe('the pages', () => {
  test('show a prefecture its municipalities and nobody a foreign area', async () => {
    expect((await app.open(people.prefecture, '/demands')).html).toContain('港区');
    expect((await app.open(people.prefecture, `/demands?cycle=${cycle}&area=131032`)).html).toContain('芝公園病院');
    expect((await app.open(people.prefecture, `/demands?cycle=${cycle}&area=14`)).status).toBe(404);
    expect((await app.open(people.prefecture, `/demands?cycle=${cycle}&area=all`)).status).toBe(404);
    expect((await app.open(people.municipality, `/demands?cycle=${cycle}&area=131016`)).status).toBe(404);
    expect((await app.open(people.municipality, `/demands?cycle=${cycle}&area=13`)).status).toBe(404);
    expect((await app.open(people.ministry, `/demands?cycle=${cycle}&area=131032`)).html).toContain('芝公園病院');
    expect((await app.open(people.basic, '/demands')).status).toBe(404);
    for (const bad of ['cycle=x', 'cycle=999', 'area=999999', 'area=99'])
      expect((await app.open(people.ministry, `/demands?${bad}`)).status).toBe(404);
  });
});
