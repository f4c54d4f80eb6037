import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../../src/platform/db/index.ts';
import { testDb } from '../../support/db/index.ts';
import { type Door, openDoor } from './door.tsx';
import { asSystem, codeTo, mailsTo, otherThan, person, workOffResets } from './person.ts';
import { ANSWER, addOrganisation, addUser, PASSWORD } from './world.ts';

const { db, reset } = await testDb();
let door: Door;
const mail = 'basic@example.jp';

beforeEach(async () => {
  await reset();
  door = await openDoor(db);
  await addUser(db, await addOrganisation(db, 'venue'), 'basic');
});

const ask = (name = 'basic@v.sys') => person(door).send('/forgotten-password', { userName: name });
const forget = async (name?: string) => {
  const answer = await ask(name);
  await workOffResets(db);
  return answer;
};
const tokenTo = async (): Promise<string> =>
  /reset-password\?token=([\w-]+)/.exec((await mailsTo(db, mail))[0]?.body ?? '')?.[1] ?? '';
/** From the mail to the page of the new password. */
const answerAndCode = async (token: string, someone = person(door)) => {
  await someone.send('/reset-password', { token, answer: ANSWER });
  await someone.send('/reset-password/code', { code: await codeTo(db, mail) });
  return someone;
};
const fresh = { password: 'Sakura-2021', passwordAgain: 'Sakura-2021' };

describe('the way', () => {
  test('mail, answer, code, new password, in; the former password is over and other sessions are', async () => {
    const other = person(door);
    await other.send('/login', { userName: 'basic@v.sys', password: PASSWORD });
    await other.send('/login/code', { code: await codeTo(db, mail) });
    expect((await forget('　Ｂasic@V.SYS')).location).toBe('/forgotten-password/sent');
    const token = await tokenTo();
    const someone = person(door);
    expect((await someone.open(`/reset-password?token=${token}`)).html).toContain('好きな花は何ですか');
    expect((await someone.send('/reset-password', { token, answer: ` ${ANSWER}　` })).location).toBe(
      '/reset-password/code',
    );
    const wrong = await someone.send('/reset-password/code', { code: otherThan(await codeTo(db, mail)) });
    expect(wrong.status).toBe(422);
    expect((await someone.send('/reset-password/code', { code: await codeTo(db, mail) })).location).toBe(
      '/reset-password/new',
    );
    expect((await someone.send('/reset-password/new', { password: PASSWORD, passwordAgain: PASSWORD })).html).toContain(
      '過去4回前までに使用したパスワードは使用できません',
    );
    expect((await someone.send('/reset-password/new', fresh)).location).toBe('/');
    expect(await someone.whoAmI()).not.toBeNull();
    expect(await other.whoAmI()).toBeNull();
    expect((await person(door).send('/login', { userName: 'basic@v.sys', password: PASSWORD })).status).toBe(422);
    expect((await person(door).send('/login', { userName: 'basic@v.sys', password: fresh.password })).status).toBe(303);
  });

  test('it ends a lock', async () => {
    await asSystem(db, (tx) => sql`update users set locked_until = now() + interval '10 years'`.execute(tx));
    await forget();
    const someone = await answerAndCode(await tokenTo());
    expect((await someone.send('/reset-password/new', fresh)).location).toBe('/');
  });
});

describe('nothing is told', () => {
  test('an unknown name gets the same answer and no mail, and counts for its address', async () => {
    const [known, unknown] = [await forget(), await forget('nobody@v.sys')];
    expect(unknown).toEqual(known);
    const { rows } = await asSystem(db, (tx) =>
      sql<{ mails: number; failures: number }>`select (select count(*)::int from mails) as mails,
        (select count(*)::int from sign_in_failures) as failures`.execute(tx),
    );
    expect(rows).toEqual([{ mails: 1, failures: 1 }]);
  });

  test('the request runs the same statements for both, so that how long it takes tells nothing', async () => {
    const counted = async (name: string) => {
      const [before] = (await asSystem(db, (tx) => work(tx))).rows;
      expect((await ask(name)).status).toBe(303);
      const [after] = (await asSystem(db, (tx) => work(tx))).rows;
      return Object.fromEntries(Object.entries(after ?? {}).map(([key, value]) => [key, value - (before?.[key] ?? 0)]));
    };
    const work = (tx: Tx) =>
      sql<Record<string, number>>`select (select count(*)::int from mails) as mails,
        (select count(*)::int from password_resets) as resets, (select count(*)::int from password_requests) as requests,
        (select count(*)::int from sign_in_failures) as failures, (select count(*)::int from audit_log) as audit,
        (select count(*)::int from pgboss.job) as jobs`.execute(tx);
    const known = await counted('basic@v.sys');
    expect(known).toEqual({ mails: 0, resets: 0, requests: 1, failures: 0, audit: 1, jobs: 1 });
    expect(await counted('nobody@v.sys')).toEqual(known);
    await workOffResets(db);
    const { rows } = await asSystem(db, (tx) => sql`select id from password_requests`.execute(tx));
    expect(rows).toEqual([]);
  });

  test('a user without password, and one who is shut out, get no mail', async () => {
    await asSystem(db, (tx) => sql`update users set disabled_at = now()`.execute(tx));
    await forget();
    await asSystem(db, (tx) => sql`update users set disabled_at = null, password_hash = null`.execute(tx));
    await forget();
    expect(await mailsTo(db, mail)).toEqual([]);
  });

  test('five mails an hour are enough', async () => {
    for (let i = 0; i < 7; i += 1) expect((await forget()).location).toBe('/forgotten-password/sent');
    expect(await mailsTo(db, mail)).toHaveLength(5);
  });
});

describe('the URL', () => {
  const gone = async (token: string) =>
    expect((await person(door).open(`/reset-password?token=${token}`)).html).toContain('このURLは使えません');

  test('opens nothing after 24 hours, after use, cut short, doubled or invented', async () => {
    await forget();
    const token = await tokenTo();
    for (const bad of ['', 'x', token.slice(0, -1), `${token}${token}`, 'x'.repeat(43), 'あ'.repeat(43)])
      await gone(encodeURIComponent(bad));
    await answerAndCode(token);
    await gone(token);
    await forget();
    const late = await tokenTo();
    door.clock.pass(24 * 3600);
    await gone(late);
    expect((await person(door).send('/reset-password', { token: late, answer: ANSWER })).location).toContain(
      '/reset-password?token=',
    );
  });

  test('five wrong answers void it; the answer may be written in other widths and with spaces', async () => {
    await forget();
    const token = await tokenTo();
    for (let i = 0; i < 5; i += 1)
      expect((await person(door).send('/reset-password', { token, answer: 'ひまわり' })).status).toBe(422);
    await gone(token);
    await forget();
    const answer = await person(door).send('/reset-password', { token: await tokenTo(), answer: 'さ　く ら' });
    expect(answer.location).toBe('/reset-password/code');
  });

  test('the pages behind it open for nobody else', async () => {
    const nobody = person(door);
    expect((await nobody.send('/reset-password/code', { code: '123456' })).location).toBe('/login?expired=1');
    expect((await nobody.send('/reset-password/new', fresh)).location).toBe('/login?expired=1');
    await forget();
    const answered = person(door);
    await answered.send('/reset-password', { token: await tokenTo(), answer: ANSWER });
    expect((await answered.send('/reset-password/new', fresh)).location).toBe('/login?expired=1');
    expect((await answered.send('/login/code', { code: await codeTo(db, mail) })).location).toBe('/login?expired=1');
    expect(await answered.whoAmI()).toBeNull();
  });

  test('only hashes of tokens are kept', async () => {
    await forget();
    const token = await tokenTo();
    const { rows } = await asSystem(db, (tx) =>
      sql<{ line: string }>`select row_to_json(r)::text as line from password_resets r`.execute(tx),
    );
    expect(rows[0]?.line).not.toContain(token);
  });
});
