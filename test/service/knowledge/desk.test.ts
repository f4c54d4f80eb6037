import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';
import { pngBytes, sendFile, titlesOf } from './support.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;

beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
});

const all = <T>(query: ReturnType<typeof sql<T>>) =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);
const count = async (table: string) =>
  (await all(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`))[0]?.n;
const good = {
  type: 'faq',
  title: '予約の変更はできますか',
  audiences: ['venue', 'municipality'],
  topic: 'booking-status',
  body: '## はい\n\n変更できます。',
};
const create = (fields: Record<string, string | string[]> = {}) =>
  app.send(people.desk, '/knowledge/desk/new', { ...good, ...fields });
const idIn = (location: string): string => /desk\/(\d+)/.exec(location)?.[1] ?? '';
/** Sends, answers the question with 「OK」, sends again. */
const sendOk = async (url: string) => {
  const asked = await app.send(people.desk, url);
  return app.send(people.desk, url, { _confirmed: confirmed(asked.html) });
};
const publish = async (id: string) => {
  await app.send(people.desk, `/knowledge/desk/${id}/submit`);
  return sendOk(`/knowledge/desk/${id}/publish`);
};
const listed = async () => titlesOf((await app.open(people.basic, '/knowledge')).html);

describe('an article', () => {
  test('is written, checked and published; a new version replaces it only when it is published too', async () => {
    const id = idIn((await create()).location);
    expect(await listed()).toEqual([]);
    expect((await app.send(people.desk, `/knowledge/desk/${id}/publish`)).status).toBe(409);
    await app.send(people.desk, `/knowledge/desk/${id}/submit`);
    const asked = await app.send(people.desk, `/knowledge/desk/${id}/publish`);
    expect(asked.html).toContain('この版は、ご自身が作成したものです。');
    expect(await listed()).toEqual([]);
    expect((await sendOk(`/knowledge/desk/${id}/publish`)).location).toContain('done=published');
    expect(await listed()).toEqual([good.title]);
    expect((await app.open(people.basic, `/knowledge/articles/article-${id}`)).html).toContain('2021/04/26（月）');

    await app.send(people.desk, `/knowledge/desk/${id}/edit`, { ...good, title: '新しい題' });
    expect(await listed()).toEqual([good.title]);
    await publish(id);
    expect(await listed()).toEqual(['新しい題']);
    const { html } = await app.open(people.desk, `/knowledge/desk/${id}`);
    expect(html).toContain('第2版');
    expect((await app.open(people.desk, `/knowledge/desk/${id}/versions/1`)).html).toContain(good.title);
    expect((await app.open(people.desk, `/knowledge/desk/${id}/versions/9`)).status).toBe(404);
  });

  test('is not changed while it is checked, but goes back to a draft', async () => {
    const id = idIn((await create()).location);
    await app.send(people.desk, `/knowledge/desk/${id}/submit`);
    expect((await app.open(people.desk, `/knowledge/desk/${id}/edit`)).status).toBe(409);
    expect((await app.send(people.desk, `/knowledge/desk/${id}/edit`, good)).status).toBe(409);
    await app.send(people.desk, `/knowledge/desk/${id}/send-back`);
    expect((await app.send(people.desk, `/knowledge/desk/${id}/edit`, good)).status).toBe(303);
  });

  test('saved by somebody else meanwhile is not overwritten', async () => {
    const id = idIn((await create()).location);
    await app.send(people.desk, `/knowledge/desk/${id}/edit`, { ...good, _version: '1' });
    const late = await app.send(people.desk, `/knowledge/desk/${id}/edit`, {
      ...good,
      title: '遅れた題',
      _version: '1',
    });
    expect(late.status).toBe(409);
    expect(late.html).toContain('先に変更しました');
    expect(late.html).toContain('遅れた題');
  });

  test('is withdrawn, and published again by a new version', async () => {
    const id = idIn((await create()).location);
    expect((await app.send(people.desk, `/knowledge/desk/${id}/withdraw`)).status).toBe(409);
    await publish(id);
    expect((await sendOk(`/knowledge/desk/${id}/withdraw`)).location).toContain('done=withdrawn');
    expect(await listed()).toEqual([]);
    expect((await app.open(people.basic, `/knowledge/articles/article-${id}`)).status).toBe(404);
    await app.send(people.desk, `/knowledge/desk/${id}/edit`, good);
    await publish(id);
    expect(await listed()).toEqual([good.title]);
  });

  test('is not published once the day is there on which it ends', async () => {
    for (const withdrawnOn of ['2021/04/26', '2021/04/01']) {
      const id = idIn((await create({ withdrawnOn })).location);
      await app.send(people.desk, `/knowledge/desk/${id}/submit`);
      const { status, html } = await app.send(people.desk, `/knowledge/desk/${id}/publish`);
      expect(status).toBe(409);
      expect(html).toContain('公開を終える日');
    }
    expect(await listed()).toEqual([]);
  });

  test('with a day to come is shown from that day on', async () => {
    const id = idIn((await create({ publishedOn: '2021/04/27' })).location);
    await publish(id);
    expect(await listed()).toEqual([]);
    const { html } = await app.open(people.desk, '/knowledge/desk?state=hidden');
    expect(html).toContain(good.title);
    expect((await app.open(people.desk, '/knowledge/desk?state=shown')).html).not.toContain(good.title);
    expect((await app.open(people.desk, `/knowledge/desk?q=${encodeURIComponent('ﾖﾔｸ')}`)).html).not.toContain(
      good.title,
    );
    expect((await app.open(people.desk, `/knowledge/desk?q=${encodeURIComponent('予約')}`)).html).toContain(good.title);
  });

  test.each([
    ['body', { body: '<script>alert(1)</script>' }, 'HTMLは使えません'],
    ['body', { body: '本文 <b onclick="x">太字</b>' }, 'HTMLは使えません'],
    ['body', { body: '[押す](javascript:alert(1))' }, 'リンク先'],
    ['body', { body: '' }, '本文を入力してください'],
    ['body', { body: 'あ'.repeat(20_001) }, '20000文字以内'],
    ['title', { title: '' }, 'タイトルを入力してください'],
    ['title', { title: 'あ'.repeat(101) }, '100文字以内'],
    ['audiences', { audiences: [] }, '1つ以上選択'],
    ['audiences', { audiences: ['everyone'] }, '1つ以上選択'],
    ['topic', { topic: 'x' }, '選択してください'],
    ['type', { type: 'x' }, '選択してください'],
    ['publishedOn', { publishedOn: '2021/02/31' }, '実在する日付'],
    ['withdrawnOn', { publishedOn: '2021/05/01', withdrawnOn: '2021/05/01' }, '公開日より後'],
  ])('with a wrong %s %j is told, and nothing is stored', async (name, fields, words) => {
    const { status, html } = await create(fields as Record<string, string | string[]>);
    expect(status).toBe(422);
    expect(fieldError(html, name)).toContain(words);
    if (name !== 'title') expect(html).toContain(good.title);
    expect(await count('articles')).toBe(0);
    expect(await count('article_versions')).toBe(0);
  });
});

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  let id = '';
  beforeEach(async () => {
    id = idIn((await create()).location);
  });
  const add = (name: string, bytes: Buffer, who: Person | null = people.desk) =>
    sendFile(app, who, `/knowledge/desk/${id}/files`, name, bytes);
  const get = async (who: Person | null, query = '', headers: Record<string, string> = {}) => {
    const fileId = (await all(sql<{ id: number }>`select id from article_files`))[0]?.id;
    return app.server.inject({
      url: `/knowledge/files/${fileId}${query}`,
      headers,
      ...(who && { cookies: { sid: who.sid } }),
    });
  };

  test('are given out with their type, to readers only while the article is published', async () => {
    expect((await add('画面の図.png', pngBytes)).location).toContain('done=file');
    expect((await get(people.basic)).statusCode).toBe(404);
    expect((await get(people.desk)).statusCode).toBe(200);
    await publish(id);
    const reply = await get(people.basic);
    expect(reply.rawPayload.equals(pngBytes)).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('画面の図.png')}`,
    });
    expect((await get(people.basic, '?download=1')).headers['content-disposition']).toMatch(/^attachment/);
    const part = await get(people.basic, '', { range: 'bytes=0-3' });
    expect([part.statusCode, part.rawPayload.length]).toEqual([206, 4]);
    expect((await get(null)).statusCode).toBe(303);
    const fileId = (await all(sql<{ id: number }>`select id from article_files`))[0]?.id;
    await app.send(people.desk, `/knowledge/desk/${id}/files/${fileId}/remove`);
    expect((await get(people.basic)).statusCode).toBe(404);
    expect((await app.send(people.desk, `/knowledge/desk/${id}/files/${fileId}/remove`)).status).toBe(404);
  });

  test('PDFs stand under the article with preview and download', async () => {
    await add('操作.pdf', pdf);
    await publish(id);
    const { html } = await app.open(people.basic, `/knowledge/articles/article-${id}`);
    expect(html).toContain('ダウンロード pdf');
    expect(html).toContain('操作.pdfのプレビュー');
  });

  test.each([
    ['a PDF that is not one', 'a.pdf', Buffer.from('ただの文字です。'), '中身はPDF'],
    ['a picture that is a script', 'a.png', Buffer.from('<script>alert(1)</script>'), '中身は画像'],
    ['a page', 'a.html', Buffer.from('<html></html>'), 'この種類のファイルは追加できません'],
    ['a name of 300 characters', `${'あ'.repeat(296)}.png`, pngBytes, '100文字以内'],
    ['another ending', 'a.pdf', pngBytes, '.png'],
    ['nothing in it', 'a.png', Buffer.alloc(0), '中身が空'],
  ])('%s is told, and nothing is stored', async (_, name, bytes, words) => {
    const { status, html } = await add(name, bytes);
    expect(status).toBe(422);
    expect(fieldError(html, 'file')).toContain(words);
    expect(await count('article_files')).toBe(0);
  });

  test('of 50 MB are told, and nothing is stored', async () => {
    const { status, html } = await add('a.pdf', Buffer.concat([pdf, Buffer.alloc(50 * 1024 * 1024)]));
    expect(status).toBe(422);
    expect(fieldError(html, 'file')).toContain('30MBまで');
    expect(await count('article_files')).toBe(0);
  });

  test('are taken from the desk alone, before their bytes are read', async () => {
    expect((await add('a.png', pngBytes, people.basic)).status).toBe(404);
    expect((await add('a.png', pngBytes, null)).location).toMatch(/^\/login/);
    expect(await count('article_files')).toBe(0);
  });
});
