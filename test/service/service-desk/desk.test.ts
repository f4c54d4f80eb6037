import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { rooms } from '../../../src/rooms.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let now = START;

beforeEach(async () => {
  await reset();
  now = START;
  people = await addPeople(db, START);
  app = await testApp(db, () => now);
});

const all = <T>(query: ReturnType<typeof sql<T>>) =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);
const userOf = async (id: number) =>
  (await all(sql<Record<string, unknown>>`select * from users where id = ${id}`))[0] ?? {};
const idIn = (location: string): number => Number(/users\/(\d+)/.exec(location)?.[1]);
const add = (fields: Record<string, string> = {}) =>
  app.send(people.desk, '/desk/users/new', {
    orgId: String(people.basic.orgId),
    familyName: '厚生',
    givenName: '太郎',
    email: 'taro@example.jp',
    phone: '',
    ...fields,
  });
/** Sends, answers the question with 「OK」, sends again. */
const sendOk = async (url: string, fields: Record<string, string> = {}) => {
  const asked = await app.send(people.desk, url, fields);
  return app.send(people.desk, url, { ...fields, _confirmed: confirmed(asked.html) });
};

describe('users', () => {
  test('are found by name, user name, mail, organisation and code; wildcards mean themselves', async () => {
    const { userName } = { userName: `venue${people.basic.orgId}@v.sys` };
    for (const q of [userName, '芝公園病院', '1310300015', `venue${people.basic.orgId}@example`, '　港　'.trim()]) {
      const { html, status } = await app.open(people.desk, `/desk/users?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      expect(html, q).toContain(userName);
    }
    for (const q of ['%', '_____', '\\']) {
      const { html } = await app.open(people.desk, `/desk/users?q=${encodeURIComponent(q)}`);
      expect(html, q).toContain('条件に合うユーザはいません');
    }
  });

  test('are added up to the limit, and not twice with one address', async () => {
    expect((await add()).location).toMatch(/\/desk\/users\/\d+\?done=invited/);
    expect((await add({ email: 'TARO@example.jp' })).html).toContain('この組織にすでにいます');
    for (let i = 3; i <= 10; i += 1) expect((await add({ email: `taro${i}@example.jp` })).status).toBe(303);
    const over = await add({ email: 'taro11@example.jp' });
    expect(over.status).toBe(409);
    expect(over.html).toContain('すでに上限の10人です');
    const other = await add({ orgId: String(people.vendor.orgId), email: 'v@example.jp' });
    expect(other.status).toBe(303);
  });

  test('two at the same time do not get past the limit', async () => {
    for (let i = 2; i < 10; i += 1) await add({ email: `taro${i}@example.jp` });
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => add({ email: `${name}@example.jp` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  });

  test('of 国 are out of reach, but for a lock', async () => {
    expect((await add({ orgId: String(people.ministry.orgId), email: 'm@example.jp' })).status).toBe(422);
    const { userId } = people.ministry;
    for (const what of ['remove', 'reset'])
      expect((await app.send(people.desk, `/desk/users/${userId}/${what}`)).status).toBe(404);
    await all(sql`update users set locked_until = ${new Date(START.getTime() + 3_600_000)} where id = ${userId}`);
    expect((await app.send(people.desk, `/desk/users/${userId}/unlock`)).status).toBe(303);
    expect((await userOf(userId)).locked_until).toBeNull();
  });

  test('are removed after 「OK」: out at once; the desk cannot remove itself', async () => {
    const { userId } = people.basic;
    const { html } = await app.send(people.desk, `/desk/users/${userId}/remove`);
    expect(html).toContain('ユーザを削除しますか');
    expect((await app.open(people.basic, '/')).status).toBe(200);
    expect((await sendOk(`/desk/users/${userId}/remove`)).location).toContain('done=removed');
    expect((await app.open(people.basic, '/')).location).toContain('/login');
    expect((await sendOk(`/desk/users/${userId}/remove`)).status).toBe(409);
    expect((await sendOk(`/desk/users/${people.desk.userId}/remove`)).status).toBe(409);
    const lines = await all(
      sql`select user_id, action, subject, for_org_id, outcome from audit_log where action = 'account.remove' order by id limit 1`,
    );
    expect(lines).toEqual([
      {
        user_id: people.desk.userId,
        action: 'account.remove',
        subject: `user:${userId}`,
        for_org_id: people.basic.orgId,
        outcome: 'done',
      },
    ]);
  });

  test('who never logged in get a new URL, to a corrected address; the others a reset', async () => {
    const invited = idIn((await add()).location);
    const url = `/desk/users/${invited}`;
    expect((await app.send(people.desk, `${url}/reset`)).status).toBe(409);
    const again = await app.send(people.desk, `${url}/reinvite`, { email: 'right@example.jp' });
    expect(again.location).toBe(`${url}?done=reinvited`);
    expect(await userOf(invited)).toMatchObject({ email: 'right@example.jp' });
    const open = await all(
      sql<{ n: number }>`select count(*)::int as n from invitations where user_id = ${invited} and expires_at > ${now}`,
    );
    expect(open).toEqual([{ n: 1 }]);
    const known = `/desk/users/${people.basic.userId}`;
    expect((await app.send(people.desk, `${known}/reinvite`, { email: 'x@example.jp' })).status).toBe(409);
    expect((await sendOk(`${known}/reset`)).location).toBe(`${known}?done=reset`);
    const mails = await all(sql<{ subject: string }>`select subject from mails where user_id = ${people.basic.userId}`);
    expect(mails).toEqual([{ subject: '【V-SYS】パスワードを初期化しました' }]);
  });

  test('changed meanwhile by somebody else: the form is stale', async () => {
    const invited = idIn((await add()).location);
    const answer = await app.send(people.desk, `/desk/users/${invited}/reinvite`, {
      email: 'x@example.jp',
      _version: '99',
    });
    expect(answer.status).toBe(409);
    expect(await userOf(invited)).toMatchObject({ email: 'taro@example.jp' });
  });

  test('bad input is told at the field', async () => {
    const answer = await add({ orgId: '999999', familyName: '', email: 'x' });
    expect(answer.status).toBe(422);
    for (const message of ['姓を入力してください。', '「名前@ドメイン」の形で']) expect(answer.html).toContain(message);
    expect((await add({ orgId: '999999' })).html).toContain('医療機関・組織を選択してください。');
    expect((await app.open(people.desk, '/desk/users/999999')).status).toBe(404);
    expect((await app.open(people.desk, '/desk/users/x')).status).toBe(404);
  });
});

describe('mail (S37)', () => {
  const failed = async (to: string): Promise<number> => {
    const id = idIn((await add({ email: to })).location);
    await all(sql`update mails set state = 'failed', last_error = '550 unknown', tries = 1 where to_address = ${to}`);
    return id;
  };
  const tick = () =>
    db.transaction({ role: 'all' }, async (tx) => {
      const ctx = {
        actor: null,
        now,
        tx,
        publicUrl: 'http://127.0.0.1:1',
        emit: async (name: string, payload: unknown) => {
          for (const room of rooms)
            await (room.on as Record<string, (c: unknown, p: unknown) => Promise<void>>)?.[name]?.(ctx, payload);
        },
      };
      await rooms.find(({ name }) => name === 'service-desk')?.due?.(ctx as never, now);
    });
  const told = () =>
    all(sql<{ org_id: number; title: string }>`select org_id, title from notices where kind = 'mail.undeliverable'`);

  test('what came back is listed without its text, and sent again', async () => {
    await failed('nowhere@example.jp');
    const { html } = await app.open(people.desk, '/desk/mails');
    expect(html).toContain('nowhere@example.jp');
    expect(html).toContain('550 unknown');
    expect(html).not.toContain('first-login?token=');
    const [mail] = await all(sql<{ id: number }>`select id from mails`);
    expect((await app.send(people.desk, `/desk/mails/${mail?.id}/resend`)).location).toBe('/desk/mails?done=resent');
    expect(await all(sql`select state from mails`)).toEqual([{ state: 'waiting' }]);
    expect((await app.send(people.desk, `/desk/mails/${mail?.id}/resend`)).status).toBe(409);
    expect((await app.send(people.desk, `/desk/mails/${mail?.id}/suspend`)).location).toBe('/desk/mails?done=held');
    expect((await app.send(people.desk, '/desk/mails/999999/resend')).status).toBe(409);
  });

  test('an undeliverable address is told to its organisation, once until it works again', async () => {
    await failed('nowhere@example.jp');
    await tick();
    await tick();
    expect(await told()).toEqual([{ org_id: people.basic.orgId, title: 'メールが届かない利用者がいます' }]);
    await all(sql`update mails set state = 'sent', sent_at = now() where to_address = 'nowhere@example.jp'`);
    await tick();
    expect(await told()).toHaveLength(1);
  });

  test('not when the user was removed', async () => {
    const id = await failed('nowhere@example.jp');
    await sendOk(`/desk/users/${id}/remove`);
    await tick();
    expect(await told()).toEqual([]);
  });
});
