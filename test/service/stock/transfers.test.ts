import { beforeEach, describe, expect, test } from 'vitest';
import { loadStock } from '../../../src/features/stock/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addCycle, digestIn, rowsOf } from '../demands/support.ts';
import { asVenue, receive, vaccineId } from './ground.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let vaccine: number;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  await addCycle(db);
  app = await testApp(db);
  vaccine = await db.transaction({ role: 'all' }, vaccineId);
});

const categories = ['health_worker', 'care_worker', 'elderly', 'underlying', 'other'];
const report = (more: Record<string, string> = {}) => ({
  vaccine: String(vaccine),
  cycle: '',
  requested: '',
  storage: '',
  ...Object.fromEntries(
    categories.flatMap((c) => [1, 2].map((n) => [`counts.${c}.d${n}`, n === 1 && c === 'other' ? '10' : '0'])),
  ),
  discarded: '0',
  _version: '0',
  ...more,
});
const rowOf = (table: 'given' | 'taken', key: string, row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([column, text]) => [`${table}.${key}.${column}`, text]));
const given = (row: Record<string, string> = {}, key = 'new1') =>
  rowOf('given', key, { day: '2021/04/26', lot: 'EY5420', vials: '10', partner: '', partner__text: '', ...row });
const taken = (row: Record<string, string> = {}, key = 'new1') =>
  rowOf('taken', key, {
    partner: String(people.basic.orgId),
    partner__text: '芝公園病院',
    day: '2021/04/26',
    lot: 'EY5420',
    vials: '10',
    ...row,
  });
const send = (who: Person, fields: Record<string, string>) => app.send(who, `/reports?vaccine=${vaccine}`, fields);
/** The same with 「OK」 to every question. */
const sendOk = async (who: Person, fields: Record<string, string>) => {
  const answers: string[] = [];
  for (;;) {
    const reply = await app.server.inject({
      method: 'POST',
      url: `/reports?vaccine=${vaccine}`,
      cookies: { sid: who.sid },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([...Object.entries(fields), ...answers.map((a) => ['_confirmed', a])]).toString(),
    });
    if (reply.statusCode !== 200 || answers.length > 4) return { status: reply.statusCode, html: reply.body };
    answers.push(digestIn(reply.body));
  }
};
const versionOn = async (who: Person): Promise<string> =>
  /name="_version" value="(\d+)"/.exec((await app.open(who, '/reports')).html)?.[1] ?? '';
const ledger = () =>
  rowsOf<{ kind: string; vials: number }>(
    db,
    `select kind, lot, vials, reversal from ledger_entries where kind like 'transfer%' order by id`,
  );
const pairs = () => rowsOf(db, 'select giving_vials, receiving_vials from transfer_pairs');
const stockOf = (who: Person) => asVenue(db, who, async (tx) => (await loadStock(tx, who.orgId, vaccine))?.stock);

describe('M5.1b-4: what a 基本型 gave', () => {
  test('enters the ledger, stands in the form again, is corrected and removed there', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    expect(await send(people.basic, report({ ...given({ vials: '１０' }), shown: '' }))).toMatchObject({ status: 303 });
    const id = (await rowsOf<{ id: number }>(db, 'select id from transfers'))[0]?.id;
    const page = await app.open(people.basic, '/reports');
    expect(page.html).toContain(`name="given.t${id}.lot"`);
    expect(page.html).toContain('value="EY5420"');
    expect(await ledger()).toEqual([{ kind: 'transfer_out', lot: 'EY5420', vials: -10, reversal: false }]);

    const kept = { ...given({ vials: '8' }, `t${id}`), shown: String(id), _version: await versionOn(people.basic) };
    expect(await sendOk(people.basic, report(kept))).toMatchObject({ status: 303 });
    expect((await ledger()).slice(1)).toEqual([
      { kind: 'transfer_out', lot: 'EY5420', vials: 10, reversal: true },
      { kind: 'transfer_out', lot: 'EY5420', vials: -8, reversal: false },
    ]);
    expect(await stockOf(people.basic)).toBe(100 - 8 - 2);

    const without = report({ shown: String(id), _version: await versionOn(people.basic) });
    expect(await sendOk(people.basic, without)).toMatchObject({ status: 303 });
    expect((await ledger()).at(-1)).toEqual({ kind: 'transfer_out', lot: 'EY5420', vials: 8, reversal: true });
    expect(await stockOf(people.basic)).toBe(98);
    expect((await app.open(people.basic, '/reports')).html).not.toContain(`given.t${id}`);
  });

  test('a form that did not show the rows removes none of them', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    await send(people.basic, report(given()));
    await sendOk(people.basic, report({ _version: await versionOn(people.basic) }));
    expect(await rowsOf(db, 'select 1 from transfers where removed_at is null')).toHaveLength(1);
  });

  test('more than the stock is asked about, then recorded and flagged', async () => {
    await receive(db, people.basic, 'EY5420', 5);
    const asked = await send(people.basic, report(given()));
    expect(asked.html).toContain('在庫（5本）より多い移送です。登録すると在庫は-5本になります。');
    expect(asked.html).toContain('残り（最大5本）より多い移送です');
    const back = await send(people.basic, report({ ...given(), _cancel: '1' }));
    expect(back.html).toContain('value="EY5420"');
    expect(await ledger()).toEqual([]);
    expect(await sendOk(people.basic, report(given()))).toMatchObject({ status: 303 });
    expect(await stockOf(people.basic)).toBe(5 - 10 - 2);
    expect((await app.open(people.basic, '/stock')).html).toContain('在庫がマイナスになっています。');
  });

  test('an unknown lot, a day before the lot came and the same once more are asked about', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    await send(people.basic, report(given()));
    const again = { ...given(), ...given({ lot: 'ＸＸ９９' }, 'new2'), ...given({ day: '2021/04/20' }, 'new3') };
    const { html } = await send(
      people.basic,
      report({ ...again, ...counted('20'), _version: await versionOn(people.basic) }),
    );
    expect(html).toContain('ロット番号「XX99」は、納入の記録にありません。');
    expect(html).toContain('同じ内容の移送（ロット番号 EY5420、10本）がすでに登録されています。');
    expect(html).toContain('受け取った記録の日（2021/04/26（月））より前の日付です。');
  });

  const counted = (n: string) => ({ 'counts.other.d1': n });
});

test('a lot that 国 stopped is asked about and stands marked with its rows', async () => {
  await receive(db, people.basic, 'EY5420', 100);
  await db.raw.session('owner', (session) =>
    session.exec(`update vaccine_lots set stopped_at = now(), stop_reason = '国の決定'`),
  );
  const asked = await send(people.basic, report(given()));
  expect(asked.html).toContain('ロット番号「EY5420」は、使用見合わせになっています。');
  expect(await sendOk(people.basic, report(given()))).toMatchObject({ status: 303 });
  expect((await app.open(people.basic, '/reports')).html).toContain(
    '使用見合わせのロットがあります（ロット番号 EY5420）。',
  );
  for (const [who, path] of [
    [people.basic, '/transfers'],
    [people.municipality, '/transfers/area'],
  ] as const)
    expect((await app.open(who, path)).html.replaceAll(/<[^>]+>/g, ' ')).toMatch(/EY5420\s+使用見合わせ/);
});

test('without script a row is added and removed by the server, with everything typed kept', async () => {
  const typed = report({
    ...given({ lot: 'ey5420', partner__text: '三田' }),
    requested: '12',
    'counts.other.d1': '34',
  });
  const more = await send(people.basic, { ...typed, _add: 'given' });
  expect(more.status).toBe(200);
  for (const text of ['name="given.new2.lot"', 'value="ey5420"', 'value="三田"', 'value="34"', 'value="12"'])
    expect(more.html).toContain(text);
  expect(more.html).not.toContain('error-summary');
  const less = await send(people.basic, {
    ...typed,
    ...given({ lot: 'SECOND' }, 'new2'),
    _pick: 'given.new1',
    _remove: 'given',
  });
  expect(less.html).not.toContain('value="ey5420"');
  expect(less.html).toContain('value="SECOND"');
  expect(await rowsOf(db, 'select 1 from report_versions')).toEqual([]);
});

describe('bad input', () => {
  test.each([
    [{ vials: 'abc' }, 'バイアル本数は1〜999,999の整数で入力してください。'],
    [{ vials: '-1' }, 'バイアル本数は1〜999,999の整数で入力してください。'],
    [{ vials: '1.5' }, 'バイアル本数は1〜999,999の整数で入力してください。'],
    [{ vials: '0' }, 'バイアル本数は1〜999,999の整数で入力してください。'],
    [{ vials: '1000000000' }, 'バイアル本数は1〜999,999の整数で入力してください。'],
    [{ vials: '' }, 'バイアル本数を入力してください。'],
    [{ lot: '' }, 'ロット番号を入力してください。'],
    [{ lot: '<b>' }, 'ロット番号は英数字とハイフン20文字以内で入力してください。'],
    [{ day: '' }, '譲った日を入力してください。'],
    [{ day: '2021/04/27' }, '譲った日に今日より後の日付は入力できません。'],
    [{ day: '2021/02/01' }, 'より前です。'],
    [{ day: '2021/02/30' }, '譲った日は実在する日付を yyyy/mm/dd の形で入力してください。'],
    [{ partner__text: 'どこにもない病院' }, '施設が見つかりません。'],
    [{ partner: '999999' }, '施設が見つかりません。'],
  ])('%j is refused at its field, everything typed stays', async (row, message) => {
    const reply = await send(people.basic, report({ ...given(row), requested: '', 'counts.other.d1': '777' }));
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(message);
    expect(reply.html).toContain('value="777"');
    expect(await ledger()).toEqual([]);
    expect(await rowsOf(db, 'select 1 from report_versions')).toEqual([]);
  });

  test('oneself and a venue that does not handle the vaccine are refused', async () => {
    const self = await send(people.basic, report(given({ partner: String(people.basic.orgId) })));
    expect(self.html).toContain('自分の施設は選択できません。');
    await rowsOf(db, `delete from venue_vaccines where venue_id = ${people.satellite.orgId} returning 1`);
    const other = await send(people.basic, report(given({ partner: String(people.satellite.orgId) })));
    expect(other.html).toContain('「三田クリニック」はこのワクチンを取り扱っていません。');
    const nobody = await send(people.satellite, report(taken({ partner: '', partner__text: '' })));
    expect(nobody.status).toBe(404);
  });

  test('two users of one venue: the second is told, nothing is lost', async () => {
    await receive(db, people.basic, 'EY5420', 100);
    await send(people.basic, report(given()));
    const late = await send(people.basic, report(given({ lot: 'LATE1' })));
    expect(late.status).toBe(409);
    expect(late.html).toContain('先に変更しました');
    expect(late.html).toContain('value="LATE1"');
    expect(await ledger()).toHaveLength(1);
  });
});

describe('S12: both sides', () => {
  const give = (row: Record<string, string> = {}) => sendOk(people.basic, report(given(row)));
  const take = (row: Record<string, string> = {}) => sendOk(people.satellite, report(taken(row)));
  beforeEach(() => receive(db, people.basic, 'EY5420', 100));

  test.each(['the giver first', 'the receiver first'])(
    '%s: venues, lot, day ± 3 and vials make a pair',
    async (first) => {
      const steps = [() => give(), () => take({ day: '2021/04/23' })];
      for (const step of first === 'the giver first' ? steps : steps.reverse())
        expect(await step()).toMatchObject({ status: 303 });
      expect(await pairs()).toEqual([{ giving_vials: 10, receiving_vials: 10 }]);
      expect((await app.open(people.basic, '/transfers')).html).toContain('三田クリニック（相手の登録による）');
      expect((await app.open(people.satellite, '/transfers')).html).toContain('一致');
      expect((await app.open(people.municipality, '/transfers/area')).html).toContain('一致しない移送はありません。');
      expect([await stockOf(people.basic), await stockOf(people.satellite)]).toEqual([100 - 10 - 2, 10 - 2]);
    },
  );

  test('too far apart in days they stay open, for both and for the municipality', async () => {
    await give({ day: '2021/04/26', partner: String(people.satellite.orgId) });
    await take({ day: '2021/04/22' });
    expect(await pairs()).toEqual([]);
    expect((await app.open(people.satellite, '/transfers')).html).toContain('相手だけが登録している移送');
    expect((await app.open(people.municipality, '/transfers/area')).html.match(/相手の登録待ち/g)).toHaveLength(2);
  });

  test('other vials make an unequal pair that both see; the other side is told, a correction makes it equal', async () => {
    await give();
    await take({ vials: '9' });
    expect(await pairs()).toEqual([{ giving_vials: 10, receiving_vials: 9 }]);
    for (const who of [people.basic, people.satellite])
      expect((await app.open(who, '/transfers')).html).toContain('本数が違います');
    expect((await app.open(people.municipality, '/transfers/area')).html.match(/本数が違います/g)).toHaveLength(2);
    expect(await rowsOf(db, `select org_id from notices where kind = 'transfer.unequal'`)).toEqual([
      { org_id: people.basic.orgId },
    ]);

    const id = (await rowsOf<{ id: number }>(db, `select id from transfers where side = 'in'`))[0]?.id ?? 0;
    const fields = {
      side: 'in',
      vaccine: String(vaccine),
      partner: String(people.basic.orgId),
      day: '2021/04/26',
      lot: 'EY5420',
      vials: '10',
    };
    expect(await app.send(people.satellite, `/transfers/${id}`, { ...fields, _version: '1' })).toMatchObject({
      status: 303,
    });
    expect(await pairs()).toEqual([{ giving_vials: 10, receiving_vials: 10 }]);
    expect(
      (await app.send(people.satellite, `/transfers/${id}`, { ...fields, vials: '11', _version: '1' })).status,
    ).toBe(409);
    expect((await app.send(people.basic, `/transfers/${id}`, { ...fields, _version: '2' })).status).toBe(404);
  });

  test('entered by both sides and once more: the third stands open', async () => {
    await give();
    await take();
    const { status } = await sendOk(
      people.satellite,
      report({ ...taken({}, 'new1'), _version: await versionOn(people.satellite) }),
    );
    expect(status).toBe(303);
    expect(await pairs()).toHaveLength(1);
    expect((await app.open(people.municipality, '/transfers/area')).html.match(/相手の登録待ち/g)).toHaveLength(1);
  });

  test('the sheet is a PDF for both sides; what left the freezer keeps its time limit', async () => {
    const fields = {
      side: 'out',
      vaccine: String(vaccine),
      partner__text: '三田クリニック',
      day: '2021/04/26',
      lot: 'EY5420',
      vials: '10',
    };
    const cold = { leftFreezerAt: '2021-04-26T08:00', band: '2-8', useBy: '' };
    await rowsOf(db, `update vaccines set code = 'pfizer' returning 1`);
    const late = await app.send(people.basic, '/transfers/new', {
      ...fields,
      ...cold,
      leftFreezerAt: '2021-04-26T10:00',
    });
    expect(late.html).toContain('今より後の日時は入力できません。');
    expect(await app.send(people.basic, '/transfers/new', { ...fields, ...cold })).toMatchObject({ status: 303 });
    const id = (await rowsOf<{ id: number }>(db, 'select id from transfers'))[0]?.id ?? 0;
    expect((await app.open(people.satellite, `/transfers/${id}`)).html).toContain('2021/05/01 23:59');
    expect((await app.open(people.satellite, `/transfers/new?from=${id}`)).html).toContain('value="2021-05-01T23:59"');
    for (const who of [people.basic, people.satellite]) {
      const reply = await app.server.inject({ url: `/transfers/${id}/sheet.pdf`, cookies: { sid: who.sid } });
      expect([reply.statusCode, reply.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    const remove = await app.send(people.basic, `/transfers/${id}/remove`, { _version: '1' });
    expect(remove.html).toContain('取り消してよろしいですか');
    expect((await app.send(people.satellite, `/transfers/${id}/remove`, { _version: '1' })).status).toBe(404);
    const sure = { _version: '1', _confirmed: digestIn(remove.html) };
    expect((await app.send(people.basic, `/transfers/${id}/remove`, sure)).status).toBe(303);
    expect(await stockOf(people.basic)).toBe(100);
  });

  test('nobody else sees it, and nobody writes for another', async () => {
    await give({ partner: String(people.satellite.orgId) });
    const count = async (reach: string) =>
      (
        await db.transaction({ role: 'web', settings: { 'app.reach': reach } }, (tx) =>
          tx.selectFrom('transfers').select('id').execute(),
        )
      ).length;
    expect(await count(`v${people.basic.orgId}`)).toBe(1);
    expect(await count(`v${people.satellite.orgId}`)).toBe(1);
    expect(await count('m131032')).toBe(1);
    expect(await count('v999999')).toBe(0);
    const { numUpdatedRows } = await asVenue(db, people.satellite, (tx) =>
      tx.updateTable('transfers').set({ vials: 1 }).executeTakeFirst(),
    );
    expect(numUpdatedRows).toBe(0n);
  });
});
