import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountsRoom } from '../../../src/features/accounts/index.ts';
import { type FormDef, isTable } from '../../../src/kernel/form.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import type { ActionRoute } from '../../../src/platform/http/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

let db: Db;
let app: TestApp;
let person: Person;

beforeAll(async () => {
  ({ db } = await testDb());
  person = (await addPeople(db, START)).basic;
  app = await testApp(db);
});

const actions = accountsRoom.routes.filter((route): route is ActionRoute => route.kind === 'action');
const fieldsOf = (form: FormDef) =>
  Object.entries(form.fields).flatMap(([name, field]) => (isTable(field) ? [] : [name]));
/** Every form of the room with each of its fields; params name nothing. */
const cases = actions.flatMap(({ path, form }) =>
  fieldsOf(form).map((name): [string, string, FormDef] => [path.replace(/:\w+/g, '999999999'), name, form]),
);

/** Just under what the server takes at all, so that the field's own bound is tried. */
const nearly = 'x'.repeat(1_000_000);
const over = 'x'.repeat(1_100_000);

/** All that accounts keep, as one number a table. */
const kept = async () =>
  (
    await db.transaction({ role: 'all' }, (tx) =>
      sql`select (select count(*) from users) as users, (select max(length(users::text)) from users) as longest,
        (select count(*) from mail_changes) as changes, (select count(*) from password_resets) as resets,
        (select count(*) from password_requests) as requests, (select count(*) from totp_secrets) as apps,
        (select count(*) from passkeys) as passkeys, (select count(*) from kept_forms) as forms,
        (select count(*) from mails) as mails, (select count(*) from invitations) as invitations`.execute(tx),
    )
  ).rows[0];

describe('a megabyte in any field of the account forms: a clear message, and nothing is stored', () => {
  test.each(cases)('%s %s', async (path, name, form) => {
    const before = await kept();
    const others = Object.fromEntries(fieldsOf(form).map((other) => [other, 'a']));
    const reply = await app.send(person, path, { ...others, [name]: nearly });
    expect([303, 404, 409, 422]).toContain(reply.status);
    if (reply.status === 422) expect(reply.html).toMatch(/入力|選択|確認|使え|違い|読み取れ|正しく/);
    const tooMuch = await app.send(person, path, { ...others, [name]: over });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.html).toContain('送信された内容が大きすぎます。');
    expect(await kept()).toEqual(before);
  });
});

test('the same bound holds for a form with files, over all its fields together', async () => {
  const part = (n: number) => `--b\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\n${'x'.repeat(400_000)}\r\n`;
  const send = (parts: number) =>
    app.server.inject({
      method: 'POST',
      url: '/login',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: `${Array.from({ length: parts }, (_, n) => part(n)).join('')}--b--\r\n`,
    });
  expect((await send(2)).body).not.toContain('送信された内容が大きすぎます。');
  const tooMuch = await send(3);
  expect(tooMuch.statusCode).toBe(422);
  expect(tooMuch.body).toContain('送信された内容が大きすぎます。');
});

test('a NUL, which PostgreSQL cannot keep, names nothing in an address', async () => {
  expect((await app.open(person, '/knowledge?q=%00')).status).toBe(404);
});
