import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadStock, reconcileStock, stockRoom } from '../../../src/features/stock/index.ts';
import type { Events } from '../../../src/kernel/event.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { SystemCtx } from '../../../src/platform/context.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { digestIn, rowsOf } from '../demands/support.ts';
import { asVenue, receive, vaccineId } from './ground.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let vaccine: number;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  app = await testApp(db);
  vaccine = await db.transaction({ role: 'all' }, vaccineId);
});

const stockOf = (who: Person) => asVenue(db, who, (tx) => loadStock(tx, who.orgId, vaccine));
const dispose = (fields: Record<string, string>) => app.send(people.basic, `/stock/${vaccine}/disposal`, fields);
const count = (fields: Record<string, string>) => app.send(people.basic, `/stock/${vaccine}/count`, fields);
const news = () => rowsOf<{ org_id: number; kind: string }>(db, 'select org_id, kind from notices order by id');

describe('廃棄', () => {
  test('enters with lot, day and reason, and adds to the running total of the reports', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    const fields = { vials: '３', lot: 'ｅｙ5420', day: '2021/04/25', reason: '冷凍庫の故障' };
    expect((await dispose(fields)).status).toBe(303);
    expect(await stockOf(people.basic)).toMatchObject({ stock: 97, disposed: 3, disposalRecords: 1 });
    expect((await app.open(people.basic, '/reports')).html).toMatch(/name="discarded"[^>]*value="3"/);
    const { html } = await app.open(people.basic, `/stock/${vaccine}/entries`);
    for (const text of ['廃棄', '冷凍庫の故障', 'EY5420', '2021/04/25']) expect(html).toContain(text);
  });

  test.each([
    [{ vials: '-1' }, '廃棄したバイアル本数（今回）は1〜999,999の整数で入力してください。'],
    [{ vials: '1.5' }, '廃棄したバイアル本数（今回）は1〜999,999の整数で入力してください。'],
    [{ vials: '1000000000' }, '廃棄したバイアル本数（今回）は1〜999,999の整数で入力してください。'],
    [{ day: '2021/04/27' }, '今日より後の日付は入力できません。'],
    [{ day: '2021/01/01' }, 'より前です。'],
  ])('%j is refused, what was typed stays', async (wrong, message) => {
    const reply = await dispose({ vials: '1', lot: '', day: '', reason: '理由です', ...wrong });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(message);
    expect(reply.html).toContain('理由です');
    expect(await stockOf(people.basic)).toBeNull();
  });

  test('more than there is, or of a lot that never came, is asked about first', async () => {
    await receive(db, people.basic, 'EY5420', 2);
    const asked = await dispose({ vials: '3', lot: 'EY5420', day: '', reason: '' });
    expect(asked.html).toContain('在庫（2本）より多い廃棄です。');
    expect(asked.html).toContain('残り（最大2本）より多い廃棄です。');
    expect((await dispose({ vials: '1', lot: 'ZZ1', day: '', reason: '' })).html).toContain(
      '受け取った記録がありません。',
    );
    expect(await stockOf(people.basic)).toMatchObject({ stock: 2 });
  });
});

describe('棚卸', () => {
  test('corrects the stock by the signed difference, with a reason, after a question', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    const fields = { counted: '98', lot: '', reason: '2本破損', expected: '100' };
    const asked = await count(fields);
    expect(asked.html).toContain('-2本');
    expect((await count({ ...fields, _confirmed: digestIn(asked.html) })).status).toBe(303);
    expect(await stockOf(people.basic)).toMatchObject({ stock: 98, corrected: -2, countedAt: START });
    expect((await count({ ...fields, reason: '' })).html).toContain('理由を入力してください。');
    const late = await count(fields);
    expect([late.status, late.html.includes('在庫の計算が、画面を開いたあとに変わりました')]).toEqual([409, true]);
  });

  test('makes an unknown stock known', async () => {
    const fields = { counted: '12', lot: '', reason: '初めての棚卸', expected: '' };
    const asked = await count(fields);
    expect(asked.html).toContain('不明');
    expect((await count({ ...fields, _confirmed: digestIn(asked.html) })).status).toBe(303);
    expect(await stockOf(people.basic)).toMatchObject({ stock: 12 });
  });
});

describe('S27', () => {
  const change = (fields: Record<string, string>) =>
    app.send(people.ministry, '/lots/change', {
      vaccine: String(vaccine),
      lot: 'EY5420',
      kind: '',
      expiry: '',
      reason: '国の決定',
      ...fields,
    });
  const confirmed = async (fields: Record<string, string>) =>
    change({ ...fields, _confirmed: digestIn((await change(fields)).html) });

  test('an extension and a stop reach every holder at once and show with the lot', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    await receive(db, people.satellite, 'OTHER1', 5);
    expect((await confirmed({ kind: 'extended', expiry: '2021/12/31' })).location).toBe(`/lots/${vaccine}/EY5420`);
    expect((await confirmed({ kind: 'stopped' })).status).toBe(303);
    expect(await news()).toEqual([
      { org_id: people.basic.orgId, kind: 'lot.extended' },
      { org_id: people.basic.orgId, kind: 'lot.stopped' },
    ]);
    const { html } = await app.open(people.basic, '/stock');
    for (const text of ['2021/12/31', '（延長後）', '使用見合わせ']) expect(html).toContain(text);
    const trace = await app.open(people.municipality, `/lots/${vaccine}/EY5420`);
    for (const text of ['使用見合わせになっています。', '国の決定', '芝公園病院', '納入'])
      expect(trace.html).toContain(text);
    expect((await change({ kind: 'stopped' })).html).toContain('すでに使用見合わせになっています。');
    expect((await change({ kind: 'extended', expiry: '2021/12/31' })).html).toContain(
      'より後の日付を入力してください。',
    );
    expect((await confirmed({ kind: 'resumed' })).status).toBe(303);
    expect((await app.send(people.basic, '/lots/change', {})).status).toBe(404);
  });
});

test('a list of lots that ends early says so', async () => {
  const lots = (count: number) =>
    db.transaction({ role: 'all' }, (tx) =>
      sql`insert into vaccine_lots (vaccine_id, lot, first_seen_at) select ${vaccine}, 'L' || n, now()
        from generate_series(1, ${count}::int) n on conflict do nothing`.execute(tx),
    );
  const page = async () => (await app.open(people.ministry, '/lots')).html;
  await lots(200);
  expect(await page()).not.toContain('はじめの200件');
  await lots(201);
  expect(await page()).toContain('はじめの200件');
});

describe('due', () => {
  const told: Events['news.told'][] = [];
  const due = (at: string) =>
    db.transaction({ role: 'all' }, async (tx) => {
      const now = new Date(at);
      const emit: SystemCtx['emit'] = async (name, payload) => {
        if (name === 'news.told') told.push(payload as Events['news.told']);
      };
      await stockRoom.due?.({ actor: null, now, tx, emit, publicUrl: '' }, now);
    });
  const titles = () => told.splice(0).flatMap((one) => [one].flat().map(({ title }) => title));

  test('holders are warned 7 and 2 days before a lot expires, once each', async () => {
    await receive(db, people.basic, 'EY5420', 100, START, '2021-05-10');
    await receive(db, people.satellite, 'LATER', 100, START, '2021-06-10');
    // Nobody is told to use up what must not be used.
    await receive(db, people.satellite, 'STOPPED', 100, START, '2021-05-10');
    await db.transaction({ role: 'all' }, (tx) =>
      sql`update vaccine_lots set stopped_at = now(), stop_reason = '国の決定' where lot = 'STOPPED'`.execute(tx),
    );
    for (const [at, expected] of [
      ['2021-05-03T07:59:00+09:00', []],
      ['2021-05-03T08:00:00+09:00', ['有効期限まであと7日のロットがあります']],
      ['2021-05-03T09:00:00+09:00', []],
      // A day late, because nobody called on the 8th.
      ['2021-05-09T08:00:00+09:00', ['有効期限まであと1日のロットがあります']],
      ['2021-05-10T08:00:00+09:00', []],
    ] as const) {
      await due(at);
      expect(titles(), at).toEqual(expected);
    }
  });

  test('the nightly run finds what was changed behind the triggers, and 国 hears of it', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    await due('2021-04-27T03:00:00+09:00');
    expect(titles()).toEqual([]);
    await db.raw.session('owner', (session) => session.exec('update stock_balances set received = 99'));
    expect(await db.transaction({ role: 'all' }, (tx) => reconcileStock({ tx }))).toMatchObject([
      { what: 'balance', venueId: people.basic.orgId },
    ]);
    await due('2021-04-27T04:00:00+09:00');
    expect(titles()).toEqual([]);
    await due('2021-04-28T03:00:00+09:00');
    expect(titles()).toEqual(['在庫の計算に違いが見つかりました']);
  });
});
