import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemCtx } from '../../../src/app.ts';
import { noticesRoom } from '../../../src/features/notices/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { rowsOf } from '../demands/support.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let now: Date;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  now = START;
  app = await testApp(db, () => now);
});

const title = '接種会場の皆様へのお願い';
const fields = {
  title,
  body: '受領確認を忘れずにお願いします。\nhttps://example.jp/a をご覧ください。\n\n<script>alert(1)</script>',
  importance: 'normal',
  roles: ['basic', 'satellite'],
  area: '131032',
  shownFrom: '2021-04-26T09:00',
  shownTo: '',
};
const guard = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';

/** Presses a button of the page of an お知らせ and says OK. */
const move = async (who: Person, path: string, button: 'publish' | 'withdraw') => {
  const { html } = await app.open(who, path);
  const asked = await app.send(who, `${path}/${button}`, { _version: guard(html, '_version') });
  return app.send(who, `${path}/${button}`, {
    _version: guard(asked.html, '_version'),
    _confirmed: guard(asked.html, '_confirmed'),
  });
};
const draft = async (who: Person, more: Partial<Record<keyof typeof fields, string | string[]>> = {}) => {
  const reply = await app.send(who, '/announcements/new', { ...fields, ...more });
  expect(reply.status, reply.html).toBe(303);
  return reply.location.split('?')[0] ?? '';
};
const publish = async (who: Person, more: Parameters<typeof draft>[1] = {}) => {
  const path = await draft(who, more);
  expect(await move(who, path, 'publish')).toMatchObject({ status: 303 });
  return path;
};
const sees = async (who: Person) => (await app.open(who, '/')).html.includes(title);
const read = (path: string) => path.replace('/announcements/', '/notices/written/');

describe('お知らせ (M1.5-1 ④)', () => {
  test('an important one is mailed once to its audience, from the beginning of its period on', async () => {
    const due = () =>
      db.transaction({ role: 'all' }, async (tx) => noticesRoom.due?.(systemCtx('http://127.0.0.1:1')(tx, now), now));
    const mailed = () =>
      rowsOf<{ user_id: number; subject: string }>(db, 'select user_id, subject from mails order by user_id');
    await publish(people.municipality);
    await due();
    expect(await mailed()).toEqual([]);
    const path = await publish(people.municipality, { importance: 'important', shownFrom: '2021-04-26T09:10' });
    await due();
    expect(await mailed()).toEqual([]);
    now = new Date('2021-04-26T09:10:00+09:00');
    await due();
    const subject = `【V-SYS】重要：${title}`;
    const whom = [people.basic.userId, people.satellite.userId].sort((a, b) => a - b);
    expect(await mailed()).toEqual(whom.map((user_id) => ({ user_id, subject })));
    const [mail] = await rowsOf<{ body: string }>(db, 'select body from mails limit 1');
    expect(mail?.body).toContain(`http://127.0.0.1:1${read(path)}`);
    await due();
    expect(await mailed()).toHaveLength(2);
    expect((await app.open(people.municipality, path)).html).toContain('メールで送信');
  });

  test('a draft is for its writers; published it is on 「ホーム」 of those it is for, unread until opened', async () => {
    const path = await draft(people.municipality);
    expect(await sees(people.basic)).toBe(false);
    expect((await app.open(people.basic, read(path))).status).toBe(404);
    expect(await move(people.municipality, path, 'publish')).toMatchObject({ status: 303 });
    for (const [who, there] of [
      ['basic', true],
      ['satellite', true],
      ['prefecture', false],
      ['wholesaler', false],
      ['ministry', false],
    ] as const)
      expect(await sees(people[who]), who).toBe(there);
    expect((await app.open(people.basic, '/notices')).html).toContain('未読');
    const page = await app.open(people.basic, read(path));
    expect(page.html).toContain('<a href="https://example.jp/a">');
    expect(page.html).toContain('&lt;script>');
    expect((await app.open(people.basic, '/notices')).html).not.toContain('未読');
    expect((await app.open(people.satellite, '/notices')).html).toContain('未読');
    expect((await app.open(people.vendor, read(path))).status).toBe(404);
    expect((await app.open(people.municipality, path)).html).toContain('読んだ人');
  });

  test('what is changed is unread again, the history tells what, withdrawn it is gone', async () => {
    const path = await publish(people.municipality);
    await app.open(people.basic, read(path));
    const edit = await app.open(people.municipality, `${path}/edit`);
    const version = guard(edit.html, '_version');
    const changed = { ...fields, title: `${title}（訂正）`, _version: version };
    expect((await app.send(people.municipality, `${path}/edit`, changed)).location).toContain('done=changed');
    expect((await app.send(people.municipality, `${path}/edit`, { ...changed, body: '別の内容' })).status).toBe(409);
    expect((await app.open(people.basic, '/notices')).html).toContain('未読');
    const page = (await app.open(people.municipality, path)).html;
    expect(page).toContain(`件名：${title} → ${title}（訂正）`);
    expect(await move(people.municipality, path, 'withdraw')).toMatchObject({ status: 303 });
    expect(await sees(people.basic)).toBe(false);
    expect((await app.open(people.basic, read(path))).status).toBe(404);
    expect((await app.open(people.municipality, `${path}/edit`)).status).toBe(404);
  });

  test('its period decides, and what is important stands on top until read', async () => {
    const path = await publish(people.prefecture, {
      importance: 'important',
      roles: ['municipality', 'basic'],
      area: '13',
      shownFrom: '2021-04-26T09:10',
      shownTo: '2021-04-26T09:20',
    });
    expect(await sees(people.basic)).toBe(false);
    now = new Date('2021-04-26T09:10:00+09:00');
    expect((await app.open(people.basic, '/')).html).toContain('東京都からの重要なお知らせです。');
    expect(await sees(people.municipality)).toBe(true);
    expect(await sees(people.satellite)).toBe(false);
    await app.open(people.basic, read(path));
    expect((await app.open(people.basic, '/')).html).not.toContain('重要なお知らせです');
    now = new Date('2021-04-26T09:20:00+09:00');
    expect(await sees(people.basic)).toBe(false);
  });

  test('the list goes on where it ended, events and お知らせ in one order', async () => {
    for (let i = 0; i < 3; i += 1) await publish(people.ministry, { area: '', title: `${title} ${i}` });
    await db.transaction({ role: 'all' }, (tx) =>
      sql`insert into notices (org_id, kind, title, body, at, dedupe_key)
        select ${people.basic.orgId}, 'test', '出来事 ' || n, '', ${START}::timestamptz - n * interval '1 minute', 'test' || n
        from generate_series(1, 60) n`.execute(tx),
    );
    const first = (await app.open(people.basic, '/notices')).html;
    const next = /href="(\/notices\?before=[^"]+)"/.exec(first)?.[1] ?? '';
    const second = (await app.open(people.basic, next)).html;
    const titles = (html: string) => [...html.matchAll(/<a href="\/notices\/[^"]+">([^<]+)<\/a>/g)].map((m) => m[1]);
    const both = [...titles(first), ...titles(second)];
    expect(both).toHaveLength(63);
    expect(new Set(both).size).toBe(63);
    expect(both.slice(0, 4)).toEqual([`${title} 2`, `${title} 1`, `${title} 0`, '出来事 1']);
  });

  test.each([
    ['municipality', { area: '13' }, '対象地域を選択し直してください。'],
    ['municipality', { roles: ['prefecture'] }, '対象者を選択し直してください。'],
    ['municipality', { roles: [] }, '対象者を選択してください。'],
    ['municipality', { roles: ['<b>'] }, '対象者を選択し直してください。'],
    ['prefecture', { area: '141003' }, '対象地域を選択し直してください。'],
    ['ministry', { area: '999999' }, '対象地域を選択し直してください。'],
    ['ministry', { area: '13', roles: ['vendor'] }, '予約受付業者は地域に属さない'],
    ['desk', { title: '' }, '件名を入力してください。'],
    ['desk', { title: 'あ'.repeat(81) }, '80文字以内'],
    ['desk', { body: ' \n ' }, '本文を入力してください。'],
    ['desk', { body: 'あ'.repeat(4001) }, '4000文字以内'],
    ['desk', { importance: 'urgent' }, '重要度を選択してください。'],
    ['desk', { shownTo: '2021-04-26T08:00' }, 'いまより後の日時'],
    ['desk', { shownFrom: '2021-05-26T08:00', shownTo: '2021-05-25T08:00' }, '開始より後の日時'],
  ] as const)('%s: %o is refused at the field, and nothing is stored', async (who, wrong, text) => {
    const reply = await app.send(people[who], '/announcements/new', { ...fields, ...wrong } as typeof fields);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(text);
    expect(reply.html).toContain('受領確認を忘れずに'.slice(0, 'body' in wrong ? 0 : undefined));
    const { rows } = await db.transaction({ role: 'all' }, (tx) => sql`select id from announcements`.execute(tx));
    expect(rows).toEqual([]);
  });

  test('of another organisation nobody knows anything', async () => {
    const path = await publish(people.municipality);
    for (const who of [people.prefecture, people.ministry, people.desk])
      for (const address of [path, `${path}/edit`]) expect((await app.open(who, address)).status).toBe(404);
    expect((await app.open(people.basic, '/announcements')).status).toBe(404);
  });
});
