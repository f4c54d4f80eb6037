import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { reportMenuState } from '../../../src/features/reports/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, at, digestIn, rowsOf } from '../demands/support.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let cycle: number;
let vaccine: number;
let now: Date;

beforeEach(async () => {
  ({ db } = await testDb());
  now = START;
  people = await addPeople(db, START);
  cycle = await addCycle(db);
  vaccine = Number((await rowsOf<{ id: number }>(db, 'select id from vaccines'))[0]?.id);
  app = await testApp(db, () => now);
});

/** Later; nobody is logged out meanwhile. */
const move = async (to: Date): Promise<void> => {
  now = to;
  await rowsOf(
    db,
    `update sessions set created_at = '${to.toISOString()}', last_seen_at = '${to.toISOString()}' returning 1`,
  );
};

const categories = ['health_worker', 'care_worker', 'elderly', 'underlying', 'other'];
const counts = (first: string, rest = '0'): Record<string, string> =>
  Object.fromEntries(
    categories.flatMap((category, i) => [
      [`counts.${category}.d1`, i === 0 ? first : rest],
      [`counts.${category}.d2`, rest],
    ]),
  );
const form = (more: Record<string, string> = {}) => ({
  vaccine: String(vaccine),
  cycle: String(cycle),
  requested: '',
  storage: '',
  ...counts('100'),
  discarded: '0',
  _version: '0',
  ...more,
});
const send = (fields: Record<string, string>, who: Person = people.basic) =>
  app.send(who, `/reports?vaccine=${vaccine}`, fields);
const demands = () => rowsOf(db, 'select requested, storage, version from demands');
const reports = () =>
  rowsOf(db, 'select version, doses, discarded_vials, cycle_id from report_versions order by version');

describe('request and report', () => {
  test('are registered together, each with its history', async () => {
    const reply = await send(form({ requested: '２', storage: 'freezer' }));
    expect(reply).toMatchObject({ status: 303, location: `/reports/done?vaccine=${vaccine}&cycle=${cycle}` });
    expect(await demands()).toEqual([{ requested: 2, storage: 'freezer', version: 1 }]);
    expect(await reports()).toEqual([{ version: 1, doses: 100, discarded_vials: 0, cycle_id: cycle }]);
    expect(await rowsOf(db, 'select count(*) as n from report_counts')).toEqual([{ n: 10 }]);
    expect(await rowsOf(db, 'select requested, org_id from demand_history')).toEqual([
      { requested: 2, org_id: people.basic.orgId },
    ]);
    const done = await app.open(people.basic, reply.location);
    for (const text of ['登録完了', '2箱', '2,340回', '28箱', '24箱', '4箱', '冷凍庫'])
      expect(done.html).toContain(text);
  });

  test('an untouched request stays not entered and never becomes 0 (M2.4-3-1)', async () => {
    const asked = await send(form({ ...counts('', ''), discarded: '' }));
    expect(asked.html).toContain('空欄の項目があります');
    expect(asked.html).not.toContain('納入希望量登録</dt>');
    const fields = form({ ...counts('', ''), discarded: '', _confirmed: digestIn(asked.html) });
    expect((await send(fields)).status).toBe(303);
    expect(await demands()).toEqual([]);
    expect(await reports()).toEqual([{ version: 1, doses: 0, discarded_vials: 0, cycle_id: cycle }]);
  });

  test('again within the period replaces the request, takes a correction away and keeps both in the history', async () => {
    await send(form({ requested: '2', storage: 'freezer' }));
    await app.send(people.municipality, `/demands/${cycle}/venues/${people.basic.orgId}`, {
      amount: '1',
      reason: '理由',
      _version: '1',
    });
    const page = await app.open(people.basic, '/reports');
    expect(page.html).toContain('市町村が2箱を1箱に修正しました。');
    await send(form({ requested: '3', storage: 'dry_ice', ...counts('101'), _version: '3' }));
    expect(await rowsOf(db, 'select requested, corrected, storage, version from demands')).toEqual([
      { requested: 3, corrected: null, storage: 'dry_ice', version: 3 },
    ]);
    expect(await rowsOf(db, 'select requested, corrected from demand_history order by id')).toEqual([
      { requested: 2, corrected: null },
      { requested: 2, corrected: 1 },
      { requested: 3, corrected: null },
    ]);
    expect(await rowsOf(db, 'select org_id, kind from notices order by id')).toEqual([
      { org_id: people.basic.orgId, kind: 'demand.corrected' },
      { org_id: people.municipality.orgId, kind: 'demand.registered-anew' },
    ]);
  });

  test('a report alone leaves the request as it is', async () => {
    await send(form({ requested: '2', storage: 'freezer' }));
    await send(form({ requested: '2', storage: 'freezer', ...counts('200'), _version: '2' }));
    expect(await demands()).toEqual([{ requested: 2, storage: 'freezer', version: 1 }]);
    expect(await rowsOf(db, 'select 1 from demand_history')).toHaveLength(1);
  });

  test('while a question is open, neither is saved', async () => {
    const asked = await send(form({ requested: '2', storage: 'freezer', discarded: '' }));
    expect(asked.status).toBe(200);
    expect(await demands()).toEqual([]);
    expect(await reports()).toEqual([]);
    const back = await send(form({ requested: '2', storage: 'freezer', discarded: '', _cancel: '1' }));
    expect(back.html).toContain('value="2"');
    expect(back.html).toContain('value="100"');
    expect(back.html).not.toContain('空欄の項目があります');
  });
});

describe('the questions come in the manual’s order', () => {
  test('blank fields first, then what has not grown', async () => {
    await send(form());
    const blank = await send(form({ ...counts('100', ''), _version: '1' }));
    expect(blank.html).toContain('空欄の項目があります');
    expect(blank.html).toContain('高齢者 2回目');
    const first = digestIn(blank.html);
    const doubt = await app.send(
      people.basic,
      `/reports?vaccine=${vaccine}`,
      form({ ...counts('100', ''), _version: '1', _confirmed: first }),
    );
    expect(doubt.html).toContain('入力した数値を確認してください');
    expect(doubt.html).toContain('増えていません');
    const reply = await app.server.inject({
      method: 'POST',
      url: `/reports?vaccine=${vaccine}`,
      cookies: { sid: people.basic.sid },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([
        ...Object.entries(form({ ...counts('100', ''), _version: '1' })),
        ['_confirmed', first],
        ['_confirmed', digestIn(doubt.html)],
      ]).toString(),
    });
    expect(reply.statusCode).toBe(303);
    expect(await reports()).toHaveLength(2);
  });

  test('a smaller number is named, an unchanged disposal alone is not asked about', async () => {
    await send(form({ discarded: '5' }));
    const less = await send(form({ ...counts('90', '10'), discarded: '5', _version: '1' }));
    expect(less.html).toContain('減っている項目があります：医療従事者 1回目');
    expect(less.html).toContain('90（登録済み 100）');
    expect((await send(form({ ...counts('101'), discarded: '5', _version: '1' }))).status).toBe(303);
    const disposal = await send(form({ ...counts('102'), discarded: '4', _version: '2' }));
    expect(disposal.html).toContain('4本（登録済み 5本）');
  });
});

describe('beside the manual’s way', () => {
  test('today’s numbers are added to the registered ones; the running total is what is registered', async () => {
    await send(form({ discarded: '5' }));
    const today = form({ mode: 'today', ...counts('20', ''), discarded: '', _version: '1' });
    expect((await send(today)).status).toBe(303);
    expect((await reports())[1]).toMatchObject({ version: 2, doses: 120, discarded_vials: 5 });
    const nothing = await send(form({ mode: 'today', ...counts('', ''), discarded: '2', _version: '2' }));
    expect(nothing.html).toContain('増えていません');
    expect(nothing.html).toContain('7本（登録済み 5本）');
  });

  test('the dialog about a lower total takes a reason, which is kept', async () => {
    await send(form());
    const less = form({ ...counts('90'), _version: '1', reason: '二重に数えていたため' });
    const asked = await send(less);
    expect(asked.html).toMatch(/<dialog[\s\S]*name="reason" value="二重に数えていたため"/);
    expect(asked.html.match(/name="reason"/g)).toHaveLength(1);
    expect((await send({ ...less, _confirmed: digestIn(asked.html) })).status).toBe(303);
    expect(await rowsOf(db, 'select reason from report_versions where version = 2')).toEqual([
      { reason: '二重に数えていたため' },
    ]);
    expect((await send({ ...less, reason: 'あ'.repeat(201), _version: '2' })).status).toBe(422);
  });

  test('an increase far from the venue’s own past is asked about once', async () => {
    await send(form());
    await send(form({ ...counts('130'), _version: '1' }));
    const far = form({ ...counts('1000'), _version: '2' });
    const asked = await send(far);
    expect(asked.html).toContain('いつもより大きい数値です');
    expect(asked.html).toContain('870回');
    expect((await send({ ...far, _confirmed: digestIn(asked.html) })).status).toBe(303);
    expect((await send(form({ ...counts('1900'), _version: '3' }))).status).toBe(303);
  });
});

describe('bad input', () => {
  test.each([
    ['requested', '-1', '納入希望量登録は0〜99,999の整数で入力してください。'],
    ['requested', '1.5', '納入希望量登録は0〜99,999の整数で入力してください。'],
    ['requested', '1000000000000', '納入希望量登録は0〜99,999の整数で入力してください。'],
    ['requested', '二', '納入希望量登録は0〜99,999の整数で入力してください。'],
    ['requested', '', '納入希望量登録を入力してください。'],
    ['storage', '', '保管管理を選択してください。'],
    ['storage', 'oven', '保管管理を選択し直してください。'],
    ['counts.elderly.d1', '-1', '1回目は0〜9,999,999の整数で入力してください。'],
    ['counts.elderly.d2', '1000000000000', '2回目は0〜9,999,999の整数で入力してください。'],
    ['discarded', '0.5', '未使用のまま廃棄したバイアル本数（累計）は0〜9,999,999の整数で入力してください。'],
  ])('%s 「%s」 is refused at the field, typed values stay, nothing changes', async (name, value, message) => {
    const reply = await send(form({ requested: '2', storage: 'freezer', ...counts('123'), [name]: value }));
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(message);
    expect(reply.html).toContain('value="123"');
    expect(await demands()).toEqual([]);
    expect(await reports()).toEqual([]);
  });

  test('without a −75 ℃ freezer only dry ice is taken (M2.4-3-2)', async () => {
    await rowsOf(db, 'update venues set freezers_75 = 0 returning 1');
    const page = await app.open(people.basic, '/reports');
    expect(page.html).toContain('ドライアイス');
    expect(page.html).not.toContain('>冷凍庫<');
    const reply = await send(form({ requested: '2', storage: 'freezer' }));
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('「ドライアイス」を選択してください。');
    expect((await send(form({ requested: '2', storage: 'dry_ice' }))).status).toBe(303);
  });

  test('an unknown or foreign vaccine or クール is not there', async () => {
    await db.transaction({ role: 'all' }, (tx) =>
      sql`insert into vaccines (code, name, short_name, maker_id, storage, unit_name, vials_per_unit, dilution, asks_storage, route, announced_from, usable_from)
          values ('moderna', 'モデルナ', '武田/モデルナ', ${people.manufacturer.orgId}, '-20', '箱', 10, false, false, 'wholesaler', '2021-02-14', '2021-02-14')`.execute(
        tx,
      ),
    );
    const other = Number((await rowsOf<{ id: number }>(db, "select id from vaccines where code = 'moderna'"))[0]?.id);
    const foreign = await addCycle(db, { vaccineId: other });
    expect((await app.open(people.basic, `/reports?vaccine=${other}`)).status).toBe(404);
    expect((await app.open(people.basic, '/reports?vaccine=x')).status).toBe(404);
    expect((await send(form({ vaccine: String(other) }))).status).toBe(404);
    expect((await send(form({ cycle: String(foreign), requested: '2', storage: 'freezer' }))).status).toBe(404);
    expect((await send(form({ cycle: '999', requested: '2', storage: 'freezer' }))).status).toBe(404);
    expect(await demands()).toEqual([]);
  });

  test('a satellite never sees nor registers a request (M2.4-5)', async () => {
    const page = await app.open(people.satellite, '/reports');
    expect(page.html).toContain('接種実績等の報告');
    expect(page.html).not.toContain('納入希望量登録');
    expect((await send(form({ requested: '2', storage: 'freezer' }), people.satellite)).status).toBe(404);
    expect((await send(form({ cycle: '' }), people.satellite)).status).toBe(303);
    expect(await demands()).toEqual([]);
    expect(await reports()).toHaveLength(1);
  });

  test('is not there for offices', async () => {
    for (const who of ['municipality', 'prefecture', 'ministry', 'wholesaler', 'desk'] as const)
      expect((await app.open(people[who], '/reports')).status).toBe(404);
  });
});

describe('two tabs', () => {
  test('the later one is told, keeps what it typed and changes nothing', async () => {
    await send(form({ requested: '2', storage: 'freezer' }));
    const late = await send(form({ requested: '5', storage: 'freezer', ...counts('777') }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('先に変更しました');
    expect(late.html).toContain('value="777"');
    expect(await demands()).toEqual([{ requested: 2, storage: 'freezer', version: 1 }]);
    expect(await reports()).toHaveLength(1);
  });

  test('the same form sent twice counts once', async () => {
    const fields = form({ requested: '2', storage: 'freezer', _request: 'one-and-the-same' });
    expect(await send(fields)).toEqual(await send(fields));
    expect(await reports()).toHaveLength(1);
  });
});

describe('登録期間', () => {
  test('after it the request is closed, says when the next opens, and reports go on (M2.4-5)', async () => {
    const next = at('2021-05-10T09:00');
    await addCycle(db, { number: 6, from: '2021-05-10T09:00', to: '2021-05-14T17:00' });
    await move(at('2021-04-30T17:01'));
    const page = await app.open(people.basic, '/reports');
    expect(page.html).not.toContain('name="requested"');
    expect(page.html).toContain('2021/05/10 09:00');
    const late = await send(form({ requested: '2', storage: 'freezer' }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('登録期間は終了しました');
    expect((await send(form({ cycle: '' }))).status).toBe(303);
    expect(await demands()).toEqual([]);
    await move(next);
    expect((await app.open(people.basic, '/reports')).html).toContain('name="requested"');
  });

  test('its last minute still counts', async () => {
    await move(at('2021-04-30T17:00'));
    expect((await send(form({ requested: '2', storage: 'freezer' }))).status).toBe(303);
    expect(await demands()).toHaveLength(1);
  });
});

describe('「ホーム」', () => {
  const state = (when: Date) => db.transaction({ role: 'all' }, (tx) => reportMenuState(tx, people.basic.orgId, when));

  test('says period, days left and whether the request is registered', async () => {
    expect(await state(START)).toMatchObject({ line: '登録期間 4/26〜4/30 あと4日', mark: '未登録', tone: 'warning' });
    await send(form({ requested: '0' }));
    expect(await state(START)).toMatchObject({ mark: '登録済', tone: 'success' });
    expect(await state(at('2021-05-01T09:00'))).toMatchObject({ line: null, mark: null });
  });

  test('names a missing report once 標準接種期間 has begun (M5.0-1)', async () => {
    expect((await state(START)).missingReports).toEqual([]);
    expect((await state(at('2021-05-17T09:00'))).missingReports).toEqual(['コミナティ 第5クール']);
    await move(at('2021-05-17T09:00'));
    expect((await send(form({ cycle: '' }))).location).toContain('/reports/done');
    expect((await state(now)).missingReports).toEqual([]);
  });
});

test('a venue reads only its own reports through the second wall', async () => {
  await send(form());
  const seen = (reach: string) =>
    db.transaction({ role: 'web', settings: { 'app.reach': reach } }, async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from report_counts`.execute(tx);
      return rows[0]?.n;
    });
  expect(await seen(`v${people.basic.orgId}`)).toBe(10);
  expect(await seen(`v${people.satellite.orgId}`)).toBe(0);
  expect(await seen('m131032')).toBe(10);
  await expect(rowsOf(db, 'delete from report_counts returning 1')).rejects.toThrow();
});
