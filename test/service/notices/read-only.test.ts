import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { isReadOnly, waitWhileReadOnly } from '../../../src/features/notices/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { runDue } from '../../../src/platform/jobs/index.ts';
import { sendMailJob } from '../../../src/platform/mail/index.ts';
import { rooms } from '../../../src/rooms.ts';
import { addPeople, ownApp, type Person, START, type TestApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let now: Date;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  now = START;
  app = await ownApp(db, () => now);
});

const words = 'データベースの点検を行っています。';
const confirmed = (html: string): string => /name="_confirmed" value="([^"]+)"/.exec(html)?.[1] ?? '';
const begin = async (until = '') => {
  const fields = { message: words, until };
  const asked = await app.send(people.desk, '/maintenance/begin', fields);
  expect(asked.html).toContain('閲覧専用モードにしますか');
  const done = await app.send(people.desk, '/maintenance/begin', { ...fields, _confirmed: confirmed(asked.html) });
  expect(done).toMatchObject({ status: 303, location: '/maintenance?done=on' });
};
const all = <T>(query: (tx: Parameters<Parameters<Db['transaction']>[1]>[0]) => Promise<T>) =>
  db.transaction({ role: 'all' }, query);

describe('S36: read-only mode', () => {
  test('every page says it, and every write answers with it and keeps what was typed', async () => {
    await begin('2021-04-26T10:00');
    for (const path of ['/', '/booking-status', '/login'])
      expect((await app.open(people.basic, path)).html).toContain(
        `閲覧専用モードです（2021/04/26 10:00ごろまで）。${words}`,
      );
    expect((await app.open(null, '/login')).html).toContain(words);
    expect((await app.open(people.basic, '/no-such-page')).html).toContain(words);
    const reply = await app.server.inject({
      method: 'POST',
      url: '/booking-status',
      cookies: { sid: people.basic.sid },
      payload: { mark: 'few' },
    });
    expect(reply.statusCode).toBe(503);
    expect(reply.headers['retry-after']).toBe('3600');
    expect(reply.body).toMatch(/<input[^>]*value="few"[^>]*checked/);
    expect(reply.body).toContain('閲覧専用モードのため、まだ登録されていません');
    const { rows } = await all((tx) =>
      sql`select booking_mark from venue_directory where booking_mark <> 'unset'`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  test('who asks for JSON gets problem+json, and nothing that hangs beside the route table is forgotten', async () => {
    app.server.post('/api/v1/probe', async () => ({ written: true }));
    expect((await app.server.inject({ method: 'POST', url: '/api/v1/probe' })).statusCode).toBe(200);
    await begin();
    const api = await app.server.inject({ method: 'POST', url: '/api/v1/probe' });
    expect(api.statusCode).toBe(503);
    expect(api.headers['content-type']).toContain('application/problem+json');
    expect(api.headers['retry-after']).toBe('600');
    expect(api.json()).toMatchObject({ status: 503, detail: expect.stringContaining(words) });
    const form = await app.server.inject({
      method: 'POST',
      url: '/booking-status',
      cookies: { sid: people.basic.sid },
      headers: { accept: 'application/json' },
      payload: { mark: 'few' },
    });
    expect(form.json()).toMatchObject({ status: 503 });
  });

  test('the API for other systems writes nothing', async () => {
    await begin();
    const writing = rooms
      .flatMap(({ routes }) => routes)
      .filter((route) => route.kind === 'api' && route.method !== 'GET');
    expect(writing.length).toBeGreaterThan(0);
    for (const { path, ...route } of writing) {
      const method = 'method' in route ? route.method : 'POST';
      const url = path.replaceAll(/:\w+/g, '1');
      const reply = await app.server.inject({ method, url, headers: { authorization: 'Bearer x' }, payload: {} });
      expect(reply.statusCode, path).toBe(503);
      expect(reply.headers['retry-after']).toBe('600');
    }
  });

  test('one gets in and out, what one may not see stays unseen, and the switch goes back', async () => {
    await begin();
    expect((await app.send(people.desk, '/booking-status', { mark: 'few' })).status).toBe(404);
    expect((await app.send(null, '/booking-status', { mark: 'few' })).location).toMatch(/^\/login/);
    const email = `venue${people.basic.orgId}@v.sys`;
    expect(await app.send(null, '/login', { userName: email, password: 'Demo-2021' })).toMatchObject({
      location: '/login/code',
    });
    expect((await app.send(people.satellite, '/logout')).status).toBe(303);
    expect(await app.send(people.desk, '/maintenance/end')).toMatchObject({ location: '/maintenance?done=off' });
    expect((await app.open(people.basic, '/')).html).not.toContain(words);
    expect((await app.send(people.basic, '/booking-status', { mark: 'few' })).status).toBe(303);
    expect((await app.open(people.desk, '/maintenance')).html).toContain('切り替えの履歴');
  });

  test('mails wait, but for those with a code; they go out once the mode is over', async () => {
    await begin();
    const states = () =>
      all(async (tx) => await tx.selectFrom('mails').select(['id', 'secret', 'state']).orderBy('id').execute());
    await all((tx) =>
      sql`insert into mails (dedupe_key, to_address, from_name, subject, body, secret, created_at) values
      ('a', 'a@example.jp', 'V-SYS', '通知', '本文', false, now()), ('b', 'b@example.jp', 'V-SYS', 'コード', '123456', true, now())`.execute(
        tx,
      ),
    );
    const sent: number[] = [];
    const transport = {
      erasesSecrets: true,
      close() {},
      deliver: async ({ id }: { id: number }) => {
        sent.push(id);
        return {};
      },
    };
    const send = sendMailJob(db, { now: () => now }, transport, isReadOnly);
    const ids = (await states()).map(({ id }) => id);
    for (const mailId of ids) await send.together([{ payload: { mailId }, lastTry: false }]);
    expect(sent).toEqual([ids[1]]);
    expect((await states()).map(({ state }) => state)).toEqual(['waiting', 'sent']);
    await app.send(people.desk, '/maintenance/end');
    const { rows } = await all((tx) =>
      sql<{ id: number }>`select (data->>'mailId')::int as id from pgboss.job where name = 'send-mail'`.execute(tx),
    );
    expect(rows).toEqual([{ id: ids[0] }]);
    await send.together([{ payload: { mailId: ids[0] ?? 0 }, lastTry: false }]);
    expect((await states()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('what is due waits, and is made up for afterwards', async () => {
    await begin();
    let done = 0;
    const waiting = waitWhileReadOnly([
      {
        name: 'probe',
        routes: [],
        due: async () => {
          done += 1;
        },
      },
    ]);
    const tick = () =>
      runDue(waiting, db, { now: () => now }, (tx) => ({
        actor: null,
        now,
        tx,
        publicUrl: '',
        emit: async () => undefined,
      }));
    await tick();
    expect(done).toBe(0);
    await app.send(people.desk, '/maintenance/end');
    await tick();
    expect(done).toBe(1);
  });

  test.each([
    [{ message: '', until: '' }, 422, '表示する文を入力してください。'],
    [{ message: 'あ'.repeat(201), until: '' }, 422, '200文字以内'],
    [{ message: words, until: '2021-04-26T08:00' }, 422, 'いまより後の日時'],
    [{ message: words, until: '明日' }, 422, 'yyyy/mm/dd HH:MM'],
  ])('%o is refused at the field', async (fields, status, text) => {
    const reply = await app.send(people.desk, '/maintenance/begin', fields);
    expect(reply.status).toBe(status);
    expect(reply.html).toContain(text);
  });

  test('nobody but the desk switches, and twice is refused', async () => {
    expect((await app.send(people.ministry, '/maintenance/begin', { message: words, until: '' })).status).toBe(404);
    expect((await app.send(people.desk, '/maintenance/end')).status).toBe(409);
    await begin();
    expect((await app.send(people.desk, '/maintenance/begin', { message: words, until: '' })).status).toBe(409);
  });
});

describe('S36: maintenance notices', () => {
  const announce = (shownFrom: string, shownTo: string) =>
    app.send(people.desk, '/maintenance/notices', { text: '今夜22時から点検します。', shownFrom, shownTo });

  test('stand on every page for their time, and can be withdrawn', async () => {
    expect(await announce('2021-04-26T09:20', '2021-04-26T22:00')).toMatchObject({ status: 303 });
    expect((await app.open(people.basic, '/')).html).not.toContain('今夜22時から');
    now = new Date('2021-04-26T09:20:00+09:00');
    expect((await app.open(people.basic, '/')).html).toContain('今夜22時から');
    expect((await app.open(null, '/login')).html).toContain('今夜22時から');
    const { rows } = await all((tx) => sql<{ id: number }>`select id from maintenance_notices`.execute(tx));
    const path = `/maintenance/notices/${rows[0]?.id}/withdraw`;
    expect((await app.send(people.desk, path)).status).toBe(303);
    expect((await app.open(people.basic, '/')).html).not.toContain('今夜22時から');
    expect((await app.send(people.desk, path)).status).toBe(409);
  });

  test.each([
    ['2021-04-26T10:00', '2021-04-26T10:00', '開始より後の日時'],
    ['2021-04-25T10:00', '2021-04-26T08:00', 'いまより後の日時'],
  ])('from %s to %s is refused', async (from, to, text) => {
    const reply = await announce(from, to);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(text);
  });
});
