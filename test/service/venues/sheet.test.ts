import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { venueColumns } from '../../../src/features/venues/venue-cells.ts';
import { START } from '../../support/app/index.ts';
import type { Person } from '../../support/app/people.ts';
import { sheetFile } from '../../support/app/sheet-file.ts';
import { type Ground, ground } from './ground.ts';

let g: Ground;
beforeEach(async () => {
  g = await ground();
});

const place = '/venues/sheet';
/** A file with these cells by key, all others empty. */
const file = (...rows: Record<string, string>[]): string =>
  [
    venueColumns.map(({ label }) => label),
    ...rows.map((row) => venueColumns.map(({ key }) => `"${(row[key] ?? '').replaceAll('"', '""')}"`)),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
const code = '1310300015';
const venue = () =>
  g.row(sql<Record<string, unknown>>`select d.name, d.phone, d.parking_spaces, d.notice, v.fax, v.representative_name
    from venue_directory d join venues v using (venue_id) where code = ${code}`);
const waiting = () =>
  g.rows(sql<{ revision: number; fields: string }>`select a.revision, (select string_agg(c->>'field', ',')
    from jsonb_array_elements(r.changes) c) as fields
    from applications a join application_revisions r on r.application_id = a.id and r.revision = a.revision
    where state = 'open'`);

test('S19, S18: the municipality’s file changes venues at once, tells them, and the same file again changes nothing', async () => {
  const sheet = sheetFile(g.app, g.people.municipality, place);
  const before = (await sheet.download()).toString('utf8');
  expect(before.split('\r\n')).toHaveLength(4);
  const row = { code, name: '𠮷田髙病院', fax: '０３－１２３４－５６７８', parking: '12台', notice: '持ち物\n身分証' };
  const { location, text } = await sheet.preview(file(row));
  expect(text).toContain('駐車場（例：10台）：— → 12');
  expect(await venue()).toMatchObject({ name: '芝公園病院', fax: '' });
  const end = await sheet.apply(location);
  expect(end.location).toBe(`${place}/done?create=0&update=1&also=0`);
  expect(await venue()).toMatchObject({
    name: '𠮷田髙病院',
    fax: '03-1234-5678',
    parking_spaces: 12,
    notice: '持ち物\n身分証',
  });
  expect(await waiting()).toEqual([]);
  expect(await g.told(g.people.basic.orgId)).toEqual(['登録情報の代行入力のお知らせ']);
  expect(await g.rows(sql`select how from venue_changes`)).toEqual([{ how: 'edit' }]);
  expect((await sheet.preview(file(row))).text).toContain('変更はありません。');
  expect((await sheet.preview(await sheet.download('xlsx'))).text).toContain('変更はありません。');
  const emptied = await sheet.preview(file({ code, notice: '（なし）' }));
  await sheet.apply(emptied.location);
  expect(await venue()).toMatchObject({ notice: '', parking_spaces: 12 });
});

test('the prefecture’s file asks the municipality for bound fields, as one 申請 a venue that its own file shows', async () => {
  const sheet = sheetFile(g.app, g.people.prefecture, place);
  const row = { code, representativeName: '芝　一郎', fax: '03-1111-2222' };
  const { location, text } = await sheet.preview(file(row));
  expect(text).toContain('承認の申請 1件');
  await sheet.apply(location);
  expect(await venue()).toMatchObject({ fax: '03-1111-2222', representative_name: '' });
  expect(await waiting()).toEqual([{ revision: 1, fields: 'representativeName' }]);
  expect((await sheet.preview(await sheet.download())).text).toContain('変更はありません。');
  expect((await sheet.preview(file(row))).text).toContain('変更はありません。');
  await sheet.apply((await sheet.preview(file({ code, phone: '03-9999-0000' }))).location);
  expect(await waiting()).toEqual([{ revision: 2, fields: 'phone,representativeName' }]);
});

test('faults by row and column, all or nothing', async () => {
  const sheet = sheetFile(g.app, g.people.municipality, place);
  const { location, text } = await sheet.preview(
    file(
      { code, fax: '03-1111-2222' },
      { code, fax: '12' },
      { code: '9999999999' },
      { code: '1310300023', homepage: 'javascript:alert(1)', postalCode: '060-0001', handled: 'ファイザー' },
    ),
  );
  expect(text).toContain('3行目 ファクシミリ');
  expect(text).toContain('4行目 保険医療機関コード 管内に、この保険医療機関コード');
  for (const said of ['5行目 ホームページ', '5行目 取扱ワクチン']) expect(text).toContain(said);
  expect((await sheet.apply(location)).status).toBe(409);
  expect(await venue()).toMatchObject({ fax: '' });
  const far = await sheet.preview(file({ code, postalCode: '060-0001' }));
  expect(far.text).toContain('港区の郵便番号を入力してください。');
});

test('a file of many venues changes none when one was saved meanwhile', async () => {
  const sheet = sheetFile(g.app, g.people.municipality, place);
  const { location } = await sheet.preview(file({ code, name: '新病院' }));
  await g.rows(sql`update venue_directory set name = '先に変えた病院' where code = ${code}`);
  await sheet.apply(location);
  expect(await venue()).toMatchObject({ name: '新病院' });
  const [save] = await g.rows(sql<{ changes: { from: string }[] }>`select changes from venue_changes`);
  expect(save?.changes[0]?.from).toBe('先に変えた病院');
});

test('the list as a file reaches as far as the list', async () => {
  const get = (who: Person, url: string) => g.app.server.inject({ url, cookies: { sid: who.sid } });
  for (const who of [g.people.ministry, g.people.prefecture, g.people.municipality]) {
    const csv = (await get(who, '/venues.csv')).payload.split('\r\n');
    expect([csv.length, csv[2]?.startsWith(`${code},東京都港区,`)]).toEqual([4, true]);
    expect((await get(who, '/venues.csv?state=waiting')).payload.split('\r\n')).toHaveLength(2);
  }
  expect((await get(g.people.ministry, '/venues.xlsx')).statusCode).toBe(200);
  expect((await get(g.people.basic, '/venues.csv')).statusCode).toBe(404);
  await g.rows(sql`insert into prefectures values ('27', '大阪府', 'おおさかふ', 8837685) on conflict do nothing`);
  await g.rows(sql`update organisations set prefecture_code = '27' where id = ${g.people.prefecture.orgId}`);
  expect((await get(g.people.prefecture, '/venues.csv')).payload.split('\r\n')).toHaveLength(2);
});

const keyOf = async ({ userId, orgId }: Person): Promise<string> => {
  const token = `vsys_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(token.slice(5)).digest();
  await g.rows(sql`insert into api_keys (org_id, name, token_hash, hint, scopes, created_at, created_by, expires_at)
    values (${orgId}, 'test', ${hash}, '', '{venues:read}', ${START}, ${userId}, '2022-01-01')`);
  return token;
};
const ask = async (who: Person, path: string) => {
  const headers = { authorization: `Bearer ${await keyOf(who)}` };
  const reply = await g.app.server.inject({ url: `/api/v1/venue-records${path}`, headers });
  return { status: reply.statusCode, body: reply.json() };
};

test('S29: by key each organisation reads the fields it may see, page by page', async () => {
  await g.rows(sql`insert into venue_contacts (venue_id, duty, prefecture_code, municipality_code, name, email)
    values (${g.people.basic.orgId}, 'doctor', '13', '131032', '厚労　太郎', 'doctor@example.jp')`);
  const fields = async (who: Person) => (await ask(who, `/${code}`)).body.fields;
  expect(await fields(g.people.basic)).toMatchObject({
    doctorName: '厚労　太郎',
    representativeName: '',
    hidden: false,
  });
  expect(await fields(g.people.ministry)).toMatchObject({ doctorName: '厚労　太郎' });
  const maker = await fields(g.people.manufacturer);
  expect([maker.doctorEmail, maker.doctorName, maker.name]).toEqual(['doctor@example.jp', undefined, '芝公園病院']);
  for (const who of [g.people.vendor, g.people.satellite, g.people.wholesaler]) {
    const seen = await fields(who);
    expect([seen.name, seen.doctorEmail, seen.fax]).toEqual(['芝公園病院', undefined, undefined]);
    expect(seen).toHaveProperty('bookingUrl');
  }
  await g.rows(sql`update venue_directory set hidden = true`);
  expect(Object.keys(await fields(g.people.vendor))).toEqual(['name', 'postalCode', 'town']);

  const first = await ask(g.people.ministry, '?municipality=131032&limit=1');
  expect(first.body).toMatchObject({ venues: [{ code }], next: code });
  const second = await ask(g.people.ministry, `?municipality=131032&limit=1&after=${first.body.next}`);
  expect(second.body).toMatchObject({ venues: [{ code: '1310300023' }], next: null });
  expect((await ask(g.people.ministry, '/9999999999')).status).toBe(404);
  expect((await ask(g.people.ministry, `?municipality=${'1'.repeat(100)}`)).status).toBe(422);
  await g.rows(sql`update venue_directory set approved = false`);
  expect((await ask(g.people.vendor, `/${code}`)).status).toBe(404);
});
