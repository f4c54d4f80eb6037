import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, ownApp, type Person, START, type TestApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let now = START;

const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);

beforeEach(async () => {
  await reset();
  now = START;
  people = await addPeople(db, START);
  app = await ownApp(db, () => now);
});

const list = '/settings/api-keys';
const make = (who: Person, scopes: string | string[], extra: Record<string, string> = {}) =>
  app.send(who, list, { name: '発注システム', scopes, lifetime: '90', _request: crypto.randomUUID(), ...extra });
const tokenIn = (html: string): string => /vsys_[\w-]{43}/.exec(html)?.[0] ?? '';
const keyOf = async (who: Person, scope: string): Promise<string> => tokenIn((await make(who, scope)).html);

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, token: string | null, body?: unknown) => {
  const isFile = typeof body === 'string';
  const reply = await app.server.inject({
    method,
    url,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': isFile ? 'text/csv' : 'application/json' }),
    },
    ...(body !== undefined && { payload: isFile ? body : JSON.stringify(body) }),
  });
  return {
    status: reply.statusCode,
    type: String(reply.headers['content-type']),
    headers: reply.headers,
    body: reply.body,
  };
};

describe('a key', () => {
  test('is shown once, kept as a hash, told to the organisation and written down', async () => {
    const { status, html } = await make(people.manufacturer, 'order-lists:read');
    const token = tokenIn(html);
    expect(status).toBe(200);
    expect(token).not.toBe('');
    expect(html).toContain('この画面でしか表示されません');
    const [key] = await rows<{ id: number; hint: string; row: string }>(
      'select id, hint, k::text as row from api_keys k',
    );
    expect(key?.row).not.toContain(token.slice(5));
    expect(key?.hint).toBe(token.slice(-4));
    for (const page of [list, `${list}/${key?.id}`])
      expect((await app.open(people.manufacturer, page)).html).not.toContain(token);
    expect(await rows('select title from notices')).toEqual([{ title: 'APIキーが発行されました' }]);
    expect(await rows("select action from audit_log where action = 'api-key.create'")).toHaveLength(1);
  });

  test('sent twice is made once, and the second answer does not show it', async () => {
    const same = { _request: crypto.randomUUID() };
    await make(people.manufacturer, 'order-lists:read', same);
    const again = await make(people.manufacturer, 'order-lists:read', same);
    expect(again.status).toBe(303);
    expect(again.location).toMatch(/^\/settings\/api-keys\/\d+$/);
    expect(await rows('select id from api_keys')).toHaveLength(1);
  });

  test('needs a name, something it may do and a time', async () => {
    const bad = await app.send(people.manufacturer, list, { name: '', lifetime: '9999' });
    expect(bad.status).toBe(422);
    expect(fieldError(bad.html, 'name')).toContain('名前を入力');
    expect(fieldError(bad.html, 'scopes')).toContain('1つ以上選択');
    expect(fieldError(bad.html, 'lifetime')).toContain('選択');
  });

  test('opens only what its organisation has', async () => {
    const wrong = await make(people.manufacturer, 'booking-status:write');
    expect(wrong.status).toBe(422);
    expect(fieldError(wrong.html, 'scopes')).toContain('選べない');
    expect((await app.open(people.manufacturer, list)).html).not.toContain('予約受付状況の更新');
    expect((await app.open(people.desk, list)).status).toBe(404);
  });

  test('of another organisation does not exist', async () => {
    await make(people.manufacturer, 'order-lists:read');
    const [key] = await rows<{ id: number }>('select id from api_keys');
    expect((await app.open(people.wholesaler, `${list}/${key?.id}`)).status).toBe(404);
    expect((await app.send(people.wholesaler, `${list}/${key?.id}/revoke`)).status).toBe(404);
  });
});

describe('a call', () => {
  const orders = '/api/v1/order-lists';

  test('works with the key until it is revoked, and its last use shows', async () => {
    const token = await keyOf(people.manufacturer, 'order-lists:read');
    const answer = await call('GET', orders, token);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ cycle: null, orders: [], next: null });
    expect(answer.headers['cache-control']).toBe('no-store');
    const [key] = await rows<{ id: number; used: Date }>('select id, last_used_at as used from api_keys');
    expect(key?.used).toEqual(START);
    expect((await app.open(people.manufacturer, list)).html).toContain('2021/04/26');
    expect(
      await rows("select detail->>'apiKey' as key, org_id as org from audit_log where action = 'order-list.read'"),
    ).toEqual([{ key: String(key?.id), org: people.manufacturer.orgId }]);

    const asked = await app.send(people.manufacturer, `${list}/${key?.id}/revoke`);
    expect(asked.html).toContain('いますぐ使えなくなります');
    await app.send(people.manufacturer, `${list}/${key?.id}/revoke`, { _confirmed: confirmed(asked.html) });
    expect((await call('GET', orders, token)).status).toBe(401);
    expect((await app.open(people.manufacturer, list)).html).toContain('取消済み');
  });

  test('without a key, with a wrong one or with an old one is refused as problem+json', async () => {
    const token = await keyOf(people.manufacturer, 'order-lists:read');
    for (const wrong of [null, 'x', `vsys_${'A'.repeat(43)}`, `${token}x`]) {
      const answer = await call('GET', orders, wrong);
      expect(answer.status).toBe(401);
      expect(answer.type).toContain('application/problem+json');
      expect(answer.headers['www-authenticate']).toContain('Bearer');
      expect(JSON.parse(answer.body).detail).toContain('APIキー');
    }
    now = new Date(START.getTime() + 91 * 86_400_000);
    expect((await call('GET', orders, token)).status).toBe(401);
  });

  test('of a person who was removed is refused', async () => {
    const token = await keyOf(people.manufacturer, 'order-lists:read');
    await rows(`update users set disabled_at = now() where id = ${people.manufacturer.userId}`);
    expect((await call('GET', orders, token)).status).toBe(401);
  });

  test('with another scope is 403, and opens no page', async () => {
    const token = await keyOf(people.ministry, 'reception:import');
    const answer = await call('GET', orders, token);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).detail).toContain('order-lists:read');
    expect((await call('GET', '/orders', token)).status).toBe(303);
  });

  test('too often is told to come back', async () => {
    const token = await keyOf(people.ministry, 'reception:import');
    let last = await call('GET', orders, token);
    for (let i = 0; i < 300 && last.status === 403; i++) last = await call('GET', orders, token);
    expect(last.status).toBe(429);
    expect(last.headers['retry-after']).toBe('60');
  });

  test('stands in the OpenAPI document with its scope', async () => {
    const document = JSON.parse((await call('GET', '/api/v1/openapi.json', null)).body);
    expect(document.paths['/api/v1/order-lists'].get.security).toEqual([{ apiKey: ['order-lists:read'] }]);
    expect(document.components.securitySchemes.apiKey.scheme).toBe('bearer');
    for (const path of [
      '/api/v1/reception-imports',
      '/api/v1/booking-status/{code}',
      '/api/v1/claims/{month}/proposals',
    ])
      expect(document.paths[path]).toBeDefined();
    expect(document.paths['/api/v1/venues']).toBeDefined();
  });
});

describe('booking status by key', () => {
  test('changes only venues that delegated, by code, and says what is wrong', async () => {
    await rows(
      `update venues set booking_delegated = true, vendor_id = ${people.vendor.orgId} where venue_id = ${people.satellite.orgId}`,
    );
    const token = await keyOf(people.vendor, 'booking-status:write');
    const url = (code: string) => `/api/v1/booking-status/${code}`;
    const answer = await call('PUT', url('1310300023'), token, { mark: 'few' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ code: '1310300023', mark: 'few', label: '残り少数 △' });
    expect(await rows("select booking_mark as mark from venue_directory where code = '1310300023'")).toEqual([
      { mark: 'few' },
    ]);
    expect((await call('PUT', url('1310300015'), token, { mark: 'few' })).status).toBe(404);
    const wrong = await call('PUT', url('1310300023'), token, { mark: 'full' });
    expect(wrong.status).toBe(422);
    expect(JSON.parse(wrong.body).errors.mark).toContain('open・few・closed・walk_in');
    expect((await call('PUT', url('1310300023'), token)).status).toBe(422);
    expect(JSON.parse((await call('GET', '/api/v1/booking-status', token)).body).venues).toHaveLength(1);
  });
});

describe('the reception system’s export by key', () => {
  const head =
    '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス';
  const good = `${head}\n1399900013,海岸クリニック,,,131032,海岸9,,,,,ファイザー:基本型,海岸,花子,kaigan@example.jp\n`;

  test('is taken over at once, and a second time changes nothing', async () => {
    const token = await keyOf(people.ministry, 'reception:import');
    const first = await call('POST', '/api/v1/reception-imports', token, good);
    expect([first.status, JSON.parse(first.body)]).toEqual([200, { create: 1, update: 0, same: 0, invite: 1 }]);
    const second = await call('POST', '/api/v1/reception-imports', token, good);
    expect(JSON.parse(second.body)).toEqual({ create: 0, update: 0, same: 1, invite: 0 });
    expect(await rows("select to_address from mails where to_address = 'kaigan@example.jp'")).toHaveLength(1);
  });

  test('with one fault changes nothing and names row and column', async () => {
    const token = await keyOf(people.ministry, 'reception:import');
    const answer = await call(
      'POST',
      '/api/v1/reception-imports',
      token,
      `${good}123,甲,,,131032,,,,,,ファイザー:基本型,,,\n`,
    );
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body).errors['3行目 保険医療機関コード']).toContain('10桁');
    expect(await rows("select venue_id from venue_directory where code = '1399900013'")).toEqual([]);
    const cut = await call('POST', '/api/v1/reception-imports', token, `${head}\n"1399`);
    expect(JSON.parse(cut.body).errors.file).toContain('途中で切れて');
    expect((await call('POST', '/api/v1/reception-imports', token, { a: 1 })).status).toBe(422);
  });
});

describe('counts of a claim by key', () => {
  const url = '/api/v1/claims/2021-04/proposals';

  test('wait as a proposal and claim nothing', async () => {
    const token = await keyOf(people.basic, 'claims:write');
    const answer = await call('POST', url, token, {
      lines: [{ coupon: 'with', municipality: '131032', screening: 3, older: 120 }],
    });
    expect(answer.status).toBe(200);
    const { proposal, review } = JSON.parse(answer.body);
    expect(review).toContain(`/claims/2021-04/proposals/${proposal}`);
    expect(await rows('select source, venue_id as venue from claim_proposals')).toEqual([
      { source: 'api', venue: people.basic.orgId },
    ]);
    expect(await rows('select id from claim_versions')).toEqual([]);
    expect((await app.open(people.basic, `/claims/2021-04/proposals/${proposal}`)).html).toContain('取り込める行');
  });

  test('that cannot be are told line by line', async () => {
    const token = await keyOf(people.basic, 'claims:write');
    const say = async (lines: unknown) => JSON.parse((await call('POST', url, token, { lines })).body).errors;
    expect(await say([])).toEqual({ lines: '1行以上送ってください。' });
    expect(await say([{ coupon: 'with', municipality: '131032', older: -1 }])).toEqual({
      'lines.0.older': 'lines.0.olderは0以上の整数で指定してください。',
    });
    expect(await say([{ coupon: 'with', municipality: '999999', older: 1 }])).toEqual({
      'lines.0': '市町村が見つかりません。合併などで変わっていないか確認してください。',
    });
    expect((await call('POST', '/api/v1/claims/2031-04/proposals', token, { lines: [{}] })).status).toBe(422);
    expect(await rows('select id from claim_proposals')).toEqual([]);
  });
});
