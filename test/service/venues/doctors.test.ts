import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { confirmed, fieldError } from '../../support/html.ts';
import { type Ground, ground } from './ground.ts';

let g: Ground;
beforeEach(async () => {
  g = await ground();
});

const doctors = () => g.rows(sql<Record<string, unknown>>`select name, kana, phone, email from doctors order by id`);
const typed = { name: '厚労 太郎', kana: 'コウロウ タロウ', phone: '０９０－１２３４－５６７８', email: '' };

test('「保存」 keeps the doctor, corrected, with the makers ticked; 「保存＆新規」 opens an empty form', async () => {
  const makers = String(g.people.manufacturer.orgId);
  const reply = await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, makers });
  expect(reply.location).toBe('/venue?saved=doctor#doctors');
  expect(await doctors()).toEqual([
    { name: '厚労　太郎', kana: 'こうろう　たろう', phone: '090-1234-5678', email: '' },
  ]);
  expect(await g.rows(sql`select 1 from doctor_vaccines`)).toHaveLength(1);
  const next = await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, _then: 'new' });
  expect(next.location).toMatch(/^\/venue\/doctors\/new\?saved=\d+$/);
  const page = await g.app.open(g.people.basic, next.location);
  expect(page.html).toContain('厚労　太郎の医師情報を保存しました。');
  expect(page.html).not.toContain('value="厚労');
});

test('the home page and the venue’s page say so until a doctor is registered', async () => {
  const missing = '医師情報が登録されていません';
  expect((await g.app.open(g.people.basic, '/')).html).toContain(missing);
  expect((await g.app.open(g.people.basic, '/venue')).html).toContain(missing);
  await g.app.send(g.people.basic, '/venue/doctors/new', typed);
  expect((await g.app.open(g.people.basic, '/')).html).not.toContain(missing);
  expect((await g.app.open(g.people.basic, '/venue')).html).not.toContain(missing);
});

test.each([
  ['name', ''],
  ['name', '厚労太郎'],
  ['kana', ''],
  ['kana', 'abc def'],
  ['phone', '119'],
  ['email', 'a@b'],
  ['makers', '999'],
])('%s = %j comes back at its field', async (name, value) => {
  const reply = await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, [name]: value });
  expect(reply.status).toBe(422);
  expect(fieldError(reply.html, name)).not.toBe('');
  expect(await doctors()).toEqual([]);
});

test('a doctor is edited by the own venue and its offices only', async () => {
  await g.app.send(g.people.basic, '/venue/doctors/new', typed);
  const { id } = await g.row(sql<{ id: number }>`select id from doctors`);
  expect((await g.app.open(g.people.satellite, `/venue/doctors/${id}`)).status).toBe(404);
  expect((await g.app.send(g.people.satellite, `/venue/doctors/${id}`, typed)).status).toBe(404);
  const venue = g.people.basic.orgId;
  const changed = { ...typed, name: '厚労　次郎', _version: '1' };
  const reply = await g.app.send(g.people.municipality, `/venues/${venue}/doctors/${id}`, changed);
  expect(reply.location).toBe(`/venues/${venue}?saved=doctor#doctors`);
  expect(await doctors()).toMatchObject([{ name: '厚労　次郎' }]);
  expect(await g.told(venue)).toEqual(['登録情報の代行入力のお知らせ']);
  const late = await g.app.send(g.people.basic, `/venue/doctors/${id}`, changed);
  expect(late.status).toBe(409);
});

test('「一覧から外す」 asks, keeps who it was in the history, and says when nobody is left; an office tells the venue', async () => {
  await g.app.send(g.people.basic, '/venue/doctors/new', typed);
  await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, name: '港　花子', kana: 'みなと　はなこ' });
  const [first, second] = await g.rows(sql<{ id: number }>`select id from doctors order by id`);
  const path = `/venue/doctors/${first?.id}/remove`;
  expect((await g.app.send(g.people.satellite, path)).status).toBe(404);
  expect((await g.app.send(g.people.basic, path, { _version: '9' })).status).toBe(409);
  const asked = await g.app.send(g.people.basic, path, { _version: '1' });
  expect(asked.html).toContain('この医師を一覧から外しますか');
  expect(asked.html).not.toContain('登録されている医師がいなくなります');
  const reply = await g.app.send(g.people.basic, path, { _version: '1', _confirmed: confirmed(asked.html) });
  expect(reply.location).toBe('/venue?saved=doctor-removed#doctors');
  expect(await doctors()).toMatchObject([{ name: '港　花子' }]);
  const page = (await g.app.open(g.people.basic, reply.location)).html;
  expect(page).toContain('医師を一覧から外しました。');
  expect(page).toContain('厚労　太郎（こうろう　たろう）');
  const venue = g.people.basic.orgId;
  const last = `/venues/${venue}/doctors/${second?.id}/remove`;
  const warned = await g.app.send(g.people.municipality, last, { _version: '1' });
  expect(warned.html).toContain('登録されている医師がいなくなります');
  await g.app.send(g.people.municipality, last, { _version: '1', _confirmed: confirmed(warned.html) });
  expect(await doctors()).toEqual([]);
  expect(await g.told(venue)).toEqual(['登録情報の代行入力のお知らせ']);
});

test('a maker sees the address of a doctor who checked it, of nobody else, and nothing else of doctors', async () => {
  const maker = String(g.people.manufacturer.orgId);
  await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, email: 'asked@example.jp', makers: maker });
  await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, email: 'unasked@example.jp' });
  await g.app.send(g.people.basic, '/venue/doctors/new', { ...typed, makers: maker });
  const page = (await g.app.open(g.people.manufacturer, '/contacts')).html.replaceAll('<wbr/>', '');
  expect(page).toContain('>asked@example.jp');
  expect(page).toContain('医師本人（厚労　太郎）');
  expect(page).not.toContain('unasked@example.jp');
  expect((await g.app.open(g.people.manufacturer, '/contacts?after=1-own-1')).status).toBe(200);
  expect((await g.app.open(g.people.manufacturer, '/contacts?after=1-nobody')).status).toBe(404);
  const seen = (reach: string) =>
    g.db.transaction({ role: 'web' }, async (tx) => {
      await sql`select set_config('app.reach', ${reach}, true), set_config('role', 'vsys_web', true)`.execute(tx);
      return (await sql<{ email: string }>`select email from doctors order by id`.execute(tx)).rows;
    });
  expect(await seen(`k${maker}`)).toEqual([{ email: 'asked@example.jp' }]);
  expect(await seen('k999999')).toEqual([]);
});
