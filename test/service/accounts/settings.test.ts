import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDb } from '../../support/db/index.ts';
import { confirmed } from '../../support/html.ts';
import { type Door, openDoor } from './door.tsx';
import { asSystem, codeTo, mailsTo, otherThan, person, workOffResets } from './person.ts';
import { addOrganisation, addUser, PASSWORD } from './world.ts';

const { db, reset } = await testDb();
let door: Door;
let orgId: number;
let userId: number;
const mail = 'basic@example.jp';
const login = { userName: 'basic@v.sys', password: PASSWORD };

beforeEach(async () => {
  await reset();
  door = await openDoor(db);
  orgId = await addOrganisation(db, 'venue');
  userId = await addUser(db, orgId, 'basic');
});

const signIn = async (someone = person(door), password = PASSWORD, to = mail) => {
  await someone.send('/login', { ...login, password });
  await someone.send('/login/code', { code: await codeTo(db, to) });
  return someone;
};
const count = async (table: string): Promise<number> =>
  (await asSystem(db, (tx) => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)))
    .rows[0]?.n ?? 0;

describe('password', () => {
  const change = (someone: Awaited<ReturnType<typeof signIn>>, current: string, password: string) =>
    someone.send('/settings/password', {
      current,
      password,
      passwordAgain: password,
      question: 'town',
      answer: 'みなと',
    });

  test('the current and the last four are refused, the fifth before is not', { timeout: 60_000 }, async () => {
    const someone = await signIn();
    const chain = [PASSWORD, 'Akasaka-1', 'Akasaka-2', 'Akasaka-3', 'Akasaka-4', 'Akasaka-5'];
    for (let i = 1; i < chain.length; i += 1)
      expect((await change(someone, chain[i - 1] ?? '', chain[i] ?? '')).location).toBe('/settings?changed=password');
    for (const former of ['Akasaka-1', 'Akasaka-5'])
      expect((await change(someone, 'Akasaka-5', former)).status).toBe(422);
    expect((await change(someone, 'Akasaka-5', PASSWORD)).status).toBe(303);
  });

  test.each([
    ['the wrong current one', 'Demo-2022', 'Akasaka-1', '現在のパスワードが正しくありません'],
    ['a common one', PASSWORD, 'Password123!', 'よく使われるパスワード'],
    ['one with the user name', PASSWORD, 'Basic-2021', 'ユーザ名を含まない'],
    ['two classes', PASSWORD, 'abcdefgh1', '3種類以上'],
  ])('%s is told at the field', async (_name, current, password, message) => {
    const answer = await change(await signIn(), current, password);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(message);
  });

  test('wrong current ones count with those of the login, on every page that asks, and lock it at the tenth', async () => {
    const someone = await signIn();
    const asked = [
      () => change(someone, 'Demo-2022', 'Akasaka-1'),
      () => someone.send('/settings/security/app/begin', { current: 'Demo-2022' }),
      () => someone.send('/settings/security/passkeys', { name: 'x', passkeyCurrent: 'Demo-2022', answer: '{}' }),
    ] as const;
    for (let i = 0; i < 9; i += 1) expect((await asked[i % 3]?.())?.html).toContain('10回間違えると');
    expect((await change(someone, PASSWORD, 'Password123!')).html).toContain('次の条件を満たして');
    expect((await change(someone, 'Demo-2022', 'Password123!')).html).toContain('現在のパスワードが正しくありません');
    // Locked: neither the right one nor what is wrong with the new one tells anything.
    for (const next of ['Akasaka-1', 'Password123!']) {
      const { status, html } = await change(someone, PASSWORD, next);
      expect(status).toBe(422);
      expect(html).toContain('現在のパスワードが正しくありません');
      expect(html).not.toContain('次の条件を満たして');
    }
    expect(await someone.whoAmI()).not.toBeNull();
    expect((await person(door).send('/login', login)).status).toBe(422);
    door.clock.pass(3600);
    expect((await (await signIn()).send('/settings/security/app/begin', { current: PASSWORD })).status).toBe(303);
  });

  test('it ends the sessions elsewhere, not this one', async () => {
    const [here, there] = [await signIn(), await signIn()];
    await change(here, PASSWORD, 'Akasaka-1');
    expect(await here.whoAmI()).not.toBeNull();
    expect(await there.whoAmI()).toBeNull();
  });

  test('after three months by the calendar the login leads to the change page, and nowhere else', async () => {
    const someone = person(door);
    door.clock.pass(91 * 86_400);
    await someone.send('/login', login);
    expect((await someone.send('/login/code', { code: await codeTo(db, mail) })).location).toBe('/login/password');
    expect(await someone.whoAmI()).toBeNull();
    const same = { password: PASSWORD, passwordAgain: PASSWORD };
    expect((await someone.send('/login/password', same)).status).toBe(422);
    const other = { password: 'Akasaka-1', passwordAgain: 'Akasaka-1' };
    expect((await someone.send('/login/password', other)).location).toBe('/');
    expect(await someone.whoAmI()).toMatchObject({ userId });
  });
});

describe('remembered browser', () => {
  const again = async (someone: Awaited<ReturnType<typeof signIn>>) => (await someone.send('/login', login)).location;

  test('skips the code for this user and venue only, for 90 days', async () => {
    const someone = await signIn();
    expect(await again(someone)).toBe('/');
    const stranger = person(door);
    stranger.takeDevice('x'.repeat(43));
    expect(await again(stranger)).toBe('/login/code');
    await addUser(db, orgId, 'second');
    someone.take('');
    expect((await someone.send('/login', { ...login, userName: 'second@v.sys' })).location).toBe('/login/code');
    await asSystem(db, (tx) => sql`update users set password_changed_at = '2021-07-20T00:00:00Z'`.execute(tx));
    door.clock.pass(89 * 86_400);
    expect(await again(someone)).toBe('/');
    door.clock.pass(86_400);
    expect(await again(someone)).toBe('/login/code');
  });

  test('two users of one browser both stay remembered', async () => {
    await addUser(db, orgId, 'second');
    const someone = await signIn();
    await someone.send('/login', { ...login, userName: 'second@v.sys' });
    await someone.send('/login/code', { code: await codeTo(db, 'second@example.jp') });
    expect(await again(someone)).toBe('/');
    expect((await someone.send('/login', { ...login, userName: 'second@v.sys' })).location).toBe('/');
  });

  test('a token that somebody else put into the browser opens nothing after the code', async () => {
    const attacker = await signIn(person(door));
    const planted = attacker.device();
    await addUser(db, orgId, 'victim');
    const victim = person(door);
    victim.takeDevice(planted);
    await victim.send('/login', { ...login, userName: 'victim@v.sys' });
    await victim.send('/login/code', { code: await codeTo(db, 'victim@example.jp') });
    const later = person(door);
    later.takeDevice(planted);
    expect((await later.send('/login', { ...login, userName: 'victim@v.sys' })).location).toBe('/login/code');
  });

  test('not where the booking function is used, and not for an office', async () => {
    const someone = await signIn();
    await asSystem(db, (tx) =>
      sql`insert into venues (venue_id, prefecture_code, municipality_code, booking_delegated) values (${orgId}, '13', '131032', true)`.execute(
        tx,
      ),
    );
    expect(await again(someone)).toBe('/login/code');
    await addUser(db, await addOrganisation(db, 'municipality', '港区'), 'office');
    const office = person(door);
    await office.send('/login', { ...login, userName: 'office@v.sys' });
    await office.send('/login/code', { code: await codeTo(db, 'office@example.jp') });
    expect(office.device()).toBe('');
  });

  test('can be taken back, one or all, by its owner only', async () => {
    const someone = await signIn();
    await addUser(db, orgId, 'second');
    const other = person(door);
    await other.send('/login', { ...login, userName: 'second@v.sys' });
    await other.send('/login/code', { code: await codeTo(db, 'second@example.jp') });
    const { rows } = await asSystem(db, (tx) =>
      sql<{ id: number }>`select id from remembered_browsers where user_id = ${userId}`.execute(tx),
    );
    expect((await other.send(`/settings/devices/browsers/${rows[0]?.id}/forget`)).status).toBe(404);
    expect((await someone.send(`/settings/devices/browsers/${rows[0]?.id}/forget`)).status).toBe(303);
    expect(await again(someone)).toBe('/login/code');
  });
});

describe('mail address', () => {
  const info = '/settings/personal/information';
  const ask = async (someone: Awaited<ReturnType<typeof signIn>>, email = 'new@example.jp') => {
    const first = await someone.send(info, { email, phone: '' });
    const form = new URLSearchParams({ email, phone: '' });
    for (const digest of confirmed(first.html)) form.append('_confirmed', digest);
    return someone.send(info, Object.fromEntries(form));
  };
  const tokenTo = async (to = 'new@example.jp') =>
    /login\?mail=([\w-]+)/.exec((await mailsTo(db, to))[0]?.body ?? '')?.[1] ?? '';

  test('asks first, tells the old address, and keeps it until two codes were entered', async () => {
    const someone = await signIn();
    const before = (await mailsTo(db, mail)).length;
    expect((await someone.send(info, { email: 'new@example.jp', phone: '' })).html).toContain('OK');
    expect(await count('mail_changes')).toBe(0);
    expect((await ask(someone)).location).toBe(`${info}?saved=1`);
    expect((await mailsTo(db, mail)).length).toBe(before + 1);
    await someone.send('/logout');
    const fresh = person(door);
    const token = await tokenTo();
    expect((await fresh.open(`/login?mail=${token}`)).html).toContain('value="basic@v.sys"');
    fresh.takeDevice(someone.device());
    expect((await fresh.send('/login', { ...login, mail: token })).location).toBe('/login/code');
    expect((await fresh.send('/login/code', { code: await codeTo(db, mail) })).location).toBe('/login/verify-id');
    expect(await fresh.whoAmI()).toBeNull();
    const code = await codeTo(db, mail);
    expect((await fresh.send('/login/verify-id', { code: otherThan(code) })).status).toBe(422);
    expect((await fresh.send('/login/verify-id', { code })).location).toBe('/mail-changed');
    expect((await fresh.open('/mail-changed')).html).toContain('new@example.jp');
    expect((await mailsTo(db, mail))[0]?.subject).toContain('変更が完了しました');
  });

  test('afterwards sessions, remembered browsers, links and one-time passwords of the old person are void', async () => {
    const old = await signIn();
    await person(door).send('/forgotten-password', { userName: 'basic@v.sys' });
    await workOffResets(db);
    await asSystem(db, async (tx) => {
      await sql`insert into totp_secrets (user_id, sealed, created_at) values (${userId}, '\\x00', now())`.execute(tx);
      await sql`insert into passkeys (user_id, credential_id, public_key, counter, name, created_at)
        values (${userId}, 'x', '\\x00', 0, 'x', now())`.execute(tx);
    });
    await ask(old);
    const fresh = person(door);
    await fresh.send('/login', { ...login, mail: await tokenTo() });
    await fresh.send('/login/code', { code: await codeTo(db, mail) });
    await fresh.send('/login/verify-id', { code: await codeTo(db, mail) });
    expect(await old.whoAmI()).toBeNull();
    expect(await fresh.whoAmI()).toMatchObject({ userId });
    for (const table of ['remembered_browsers', 'totp_secrets', 'passkeys']) expect(await count(table)).toBe(0);
    const { rows } = await asSystem(db, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from password_resets where expires_at > ${door.clock.now()}`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([{ n: 0 }]);
    old.take('');
    expect((await old.send('/login', login)).location).toBe('/login/code');
    expect((await mailsTo(db, 'new@example.jp'))[0]?.subject).toContain('確認コード');
  });

  test('the URL is over after 72 hours, after use, after another request, and for somebody else', async () => {
    const someone = await signIn();
    await ask(someone);
    const first = await tokenTo();
    await ask(someone, 'other@example.jp');
    const gone = async (token: string) =>
      expect((await person(door).open(`/login?mail=${token}`)).html).toContain('URLは使えません');
    await gone(first);
    const second = await tokenTo('other@example.jp');
    await addUser(db, orgId, 'second');
    const stranger = person(door);
    await stranger.send('/login', { userName: 'second@v.sys', password: PASSWORD, mail: second });
    await stranger.send('/login/code', { code: await codeTo(db, 'second@example.jp') });
    expect((await stranger.send('/login/verify-id', { code: '123456' })).location).toBe('/login?expired=1');
    await someone.send('/settings/personal/information/take-back');
    await gone(second);
    await ask(someone, 'third@example.jp');
    const third = await tokenTo('third@example.jp');
    door.clock.pass(72 * 3600);
    await gone(third);
  });
});

describe('limits of an address', () => {
  test('slow, then shut for everybody but remembered browsers, for ten minutes', async () => {
    const known = await signIn();
    await asSystem(db, (tx) =>
      sql`insert into sign_in_failures (address, at) select '127.0.0.1', ${door.clock.now()} from generate_series(1, 300)`.execute(
        tx,
      ),
    );
    const refused = await person(door).send('/login', login);
    expect(refused.status).toBe(429);
    expect(refused.html).toContain('ログインを一時的に止めています');
    expect((await known.send('/login', login)).location).toBe('/');
    const { rows } = await asSystem(db, (tx) =>
      sql<{ outcome: string; address: string }>`select outcome, address from audit_log where action = 'session.begin'
        order by id desc limit 2`.execute(tx),
    );
    expect(rows).toEqual([
      { outcome: 'done', address: '127.0.0.1' },
      { outcome: 'refused', address: '127.0.0.1' },
    ]);
    door.clock.pass(601);
    expect((await person(door).send('/login', login)).location).toBe('/login/code');
  });
});

describe('session', () => {
  test('what is left is told without being used up; going on extends it, up to twelve hours', async () => {
    const someone = await signIn();
    const left = async () =>
      JSON.parse((await someone.open('/session/left')).html) as { left: number; longest: number };
    expect((await left()).left).toBe(1800);
    door.clock.pass(1700);
    expect((await left()).left).toBe(100);
    expect((await someone.send('/session/keep')).location).toBe('/session/left');
    expect((await left()).left).toBe(1800);
    door.clock.pass(1799);
    expect((await left()).left).toBe(1);
    door.clock.pass(1);
    expect(await left()).toEqual({ left: 0, longest: 0 });
    expect(await person(door).open('/session/left')).toMatchObject({ status: 200 });
  });

  test('a form of a session that ran out is kept for its user and offered once', async () => {
    const someone = await signIn();
    door.clock.pass(31 * 60);
    const cut = await someone.send('/settings/personal/information', { email: mail, phone: '03-1111-2222' });
    expect(cut.location).toBe('/login?expired=1');
    await someone.send('/settings/password', { current: PASSWORD, password: 'Akasaka-1', answer: 'みなと' });
    const { rows } = await asSystem(db, (tx) =>
      sql<{ text: string }>`select fields::text || preview::text as text from kept_forms`.execute(tx),
    );
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toMatch(/Demo-2021|Akasaka-1/);
    await someone.send('/login', login);
    const page = await someone.open('/kept-forms');
    expect(page.html).toContain('03-1111-2222');
    expect((await someone.send('/login', login)).location).toBe('/');
  });

  test('not of a session that was ended on purpose, not without a session, not over 100 kB, not after a day', async () => {
    const info = '/settings/personal/information';
    const someone = await signIn();
    await person(door).send(info, { email: mail, phone: '1' });
    const ended = await signIn();
    const sid = ended.sid();
    await ended.send('/logout');
    ended.take(sid);
    await ended.send(info, { email: mail, phone: '1' });
    door.clock.pass(31 * 60);
    await someone.send(info, { email: mail, phone: '1'.repeat(100_001) });
    door.clock.pass(25 * 3600);
    await someone.send(info, { email: mail, phone: '1' });
    expect(await count('kept_forms')).toBe(0);
  });

  test('one or all others are ended by their owner only', async () => {
    const [here, there, third] = [await signIn(), await signIn(), await signIn()];
    const ids = [...(await here.open('/settings/devices')).html.matchAll(/devices\/([0-9a-f]{64})\/end/g)].map(
      ([, id]) => id,
    );
    expect(ids).toHaveLength(2);
    await addUser(db, orgId, 'second');
    const stranger = person(door);
    await stranger.send('/login', { ...login, userName: 'second@v.sys' });
    await stranger.send('/login/code', { code: await codeTo(db, 'second@example.jp') });
    expect((await stranger.send(`/settings/devices/${ids[0]}/end`)).status).toBe(404);
    expect((await here.send(`/settings/devices/${ids[0]}/end`)).status).toBe(303);
    expect([await there.whoAmI(), await third.whoAmI()].filter(Boolean)).toHaveLength(1);
    await here.send('/settings/devices/end-others');
    expect([await there.whoAmI(), await third.whoAmI()].filter(Boolean)).toHaveLength(0);
    expect(await here.whoAmI()).not.toBeNull();
  });
});
