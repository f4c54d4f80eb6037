import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, ownApp, type Person, START, type TestApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed } from '../../support/html.ts';
import { addCycle, rowsOf } from '../demands/support.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let token: string;

/** 芝公園病院 handles a second vaccine, and its clinic system has a key. */
beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  await addCycle(db);
  await db.transaction({ role: 'all' }, async (tx) => {
    await sql`insert into vaccines (code, name, short_name, maker_id, storage, unit_name, vials_per_unit, dilution, asks_storage, route, announced_from, usable_from)
      values ('spikevax', 'スパイクバックス', 'モデルナ', ${people.manufacturer.orgId}, '-20', '箱', 10, false, false, 'wholesaler', '2021-04-01', '2021-04-01')`.execute(
      tx,
    );
    await sql`insert into vaccine_doses_per_vial select id, '2021-04-01', 10 from vaccines where code = 'spikevax'`.execute(
      tx,
    );
    await sql`insert into venue_vaccines (venue_id, vaccine_id, role) select ${people.basic.orgId}, id, 'basic' from vaccines where code = 'spikevax'`.execute(
      tx,
    );
  });
  app = await ownApp(db);
  const made = await app.send(people.basic, '/settings/api-keys', {
    name: '電子カルテ',
    scopes: 'reports:write',
    lifetime: '90',
    _request: crypto.randomUUID(),
  });
  token = /vsys_[\w-]{43}/.exec(made.html)?.[0] ?? '';
});

const call = async (method: 'GET' | 'PUT', body?: object, confirm?: string) => {
  const reply = await app.server.inject({
    method,
    url: '/api/v1/reports',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(confirm && { 'x-confirm': confirm }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: reply.statusCode, json: reply.json() };
};
const versions = () =>
  rowsOf(
    db,
    `select x.code, r.version, r.doses, r.discarded_vials as discarded from report_versions r join vaccines x on x.id = r.vaccine_id order by r.id`,
  );
const one = (vaccine: string, total: number, more: object = {}) => ({
  vaccine,
  doses: [{ category: 'elderly', doseNumber: 1, total }],
  ...more,
});

describe('by API key', () => {
  test('many vaccines at once; the same again is the same report', async () => {
    const body = { reports: [one('comirnaty', 30, { discardedVials: 2 }), one('spikevax', 12)] };
    const first = await call('PUT', body);
    expect(first.status).toBe(200);
    expect(first.json.reports.map(({ vaccine, outcome }: Record<string, string>) => [vaccine, outcome])).toEqual([
      ['comirnaty', 'registered'],
      ['spikevax', 'registered'],
    ]);
    const again = await call('PUT', body);
    expect(again.json.reports.map(({ outcome }: Record<string, string>) => outcome)).toEqual(['same', 'same']);
    expect(await versions()).toEqual([
      { code: 'comirnaty', version: 1, doses: 30, discarded: 2 },
      { code: 'spikevax', version: 1, doses: 12, discarded: 0 },
    ]);
    const read = await call('GET');
    expect(read.json.reports[0]).toMatchObject({ vaccine: 'comirnaty', cycle: '第5クール', discardedVials: 2 });
    expect(read.json.reports[0].doses).toContainEqual({
      category: 'elderly',
      name: '高齢者 1回目',
      doseNumber: 1,
      total: 30,
    });
  });

  test('what is not sent stays; totals that fall are asked about once', async () => {
    await call('PUT', { reports: [one('comirnaty', 30, { discardedVials: 2 })] });
    await call('PUT', { reports: [{ vaccine: 'comirnaty', doses: [{ category: 'other', doseNumber: 2, total: 5 }] }] });
    expect((await versions()).at(-1)).toEqual({ code: 'comirnaty', version: 2, doses: 35, discarded: 2 });
    const lower = { reports: [one('comirnaty', 20)] };
    const asked = await call('PUT', lower);
    expect(asked.status).toBe(409);
    expect(asked.json.detail).toContain('登録済みの内容より減っている項目があります：高齢者 1回目');
    expect(await versions()).toHaveLength(2);
    const digest = Object.values(asked.json.errors ?? asked.json.fields ?? {})[0] as string;
    expect((await call('PUT', lower, digest)).status).toBe(200);
    expect((await versions()).at(-1)).toEqual({ code: 'comirnaty', version: 3, doses: 25, discarded: 2 });
  });

  test.each([
    ['letters', { reports: [one('comirnaty', 'abc' as never)] }],
    ['a number below 0', { reports: [one('comirnaty', -1)] }],
    ['a fraction', { reports: [one('comirnaty', 1.5)] }],
    ['10^9', { reports: [one('comirnaty', 1e9)] }],
    ['an unknown vaccine', { reports: [one('comirnaty', 1), one('none', 1)] }],
    ['the same vaccine twice', { reports: [one('comirnaty', 1), one('comirnaty', 2)] }],
    [
      'an unknown category',
      { reports: [{ vaccine: 'comirnaty', doses: [{ category: 'x', doseNumber: 1, total: 1 }] }] },
    ],
    [
      'a dose number not asked for',
      { reports: [{ vaccine: 'comirnaty', doses: [{ category: 'elderly', doseNumber: 3, total: 1 }] }] },
    ],
    ['nothing', { reports: [] }],
  ])('%s is refused with its place, and nothing is registered', async (_what, body) => {
    const { status, json } = await call('PUT', body);
    expect(status).toBe(422);
    expect(JSON.stringify(json)).toMatch(/reports/);
    expect(await versions()).toEqual([]);
  });
});

describe('by file', () => {
  const upload = async (content: string) => {
    const edge = 'x-edge-of-the-parts';
    const part = (head: string, body: string) =>
      `--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const reply = await app.server.inject({
      method: 'POST',
      url: '/reports/file',
      cookies: { sid: people.basic.sid },
      headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
      payload: `${part('name="_request"', crypto.randomUUID())}${part('name="file"; filename="a.csv"\r\ncontent-type: text/csv', content)}--${edge}--\r\n`,
    });
    return String(reply.headers.location ?? '');
  };
  const template = async (): Promise<string[]> =>
    (await app.open(people.basic, '/reports/file/file.csv')).html.replace('\uFEFF', '').trim().split('\r\n');

  test('the template sent back with numbers registers all vaccines, once', async () => {
    const [head = '', ...lines] = await template();
    expect(lines.map((line) => line.split(',')[0])).toEqual(['コミナティ', 'スパイクバックス']);
    const filled = `${head}\r\nコミナティ,１２,,,,,,,,,,1\r\nスパイクバックス,"1,000",0,,,,,,,,,\r\n`;
    const location = await upload(filled);
    expect((await app.open(people.basic, location)).html).toContain('スパイクバックス');
    expect(await versions()).toEqual([]);
    const asked = await app.send(people.basic, location);
    expect((await app.send(people.basic, location, { _confirmed: confirmed(asked.html) })).status).toBe(303);
    expect(await versions()).toEqual([
      { code: 'comirnaty', version: 1, doses: 12, discarded: 1 },
      { code: 'spikevax', version: 1, doses: 1000, discarded: 0 },
    ]);
    const again = await upload(filled);
    expect((await app.send(people.basic, again)).html).toContain('変更はありません');
    expect(await versions()).toHaveLength(2);
  });

  test('a fault names row and column, and no row is registered', async () => {
    const [head = ''] = await template();
    const location = await upload(
      `${head}\r\nコミナティ,5,,,,,,,,,,\r\nアストラ,1,,,,,,,,,,\r\nスパイクバックス,-3,,,,,,,,,,x\r\n`,
    );
    const { html } = await app.open(people.basic, location);
    for (const text of ['取り扱うワクチンの名称を入力してください', '0以上の整数', '医療従事者 1回目'])
      expect(html).toContain(text);
    expect((await app.send(people.basic, location)).status).toBe(409);
    expect(await versions()).toEqual([]);
  });
});
