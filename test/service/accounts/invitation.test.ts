import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inviteUser, sendInvitation } from '../../../src/features/accounts/index.ts';
import type { OrgKind } from '../../../src/kernel/policy.ts';
import { testDb } from '../../support/db/index.ts';
import { type Door, openDoor } from './door.tsx';
import { asSystem, codeTo, mailsTo, otherThan, person } from './person.ts';
import { addOrganisation, PASSWORD } from './world.ts';

const { db, reset } = await testDb();
let door: Door;
const mail = 'new@example.jp';

beforeEach(async () => {
  await reset();
  door = await openDoor(db);
});

const ctx = () => ({ now: door.clock.now(), publicUrl: 'http://127.0.0.1:1' });
const invite = async (kind: OrgKind = 'venue', userName?: string) => {
  const orgId = await addOrganisation(db, kind);
  const user = { orgId, familyName: '芝', givenName: '花子', email: mail, userName };
  return asSystem(db, (tx) => inviteUser({ ...ctx(), tx }, user));
};
const urlIn = (text = ''): string => /http:\/\/127\.0\.0\.1:1(\/first-login\?token=[\w-]+)/.exec(text)?.[1] ?? '';
const invitedUrl = async (): Promise<string> => {
  const invitation = (await mailsTo(db, mail)).find(({ subject }) => subject.includes('ユーザ登録'));
  return urlIn(invitation?.body);
};
const tokenOf = (url: string): string => new URLSearchParams(url.split('?')[1]).get('token') ?? '';
const choice = { password: 'Sakura-2021', passwordAgain: 'Sakura-2021', question: 'flower', answer: 'さくら' };

/** Opens the URL and enters the code. */
const passCode = async (someone = person(door)) => {
  const url = await invitedUrl();
  await someone.open(url);
  const answer = await someone.send(url, { token: tokenOf(url), code: await codeTo(db, mail) });
  return { someone, url, answer };
};

describe('invitation', () => {
  test('mails user name and URL and says to keep the mail', async () => {
    const { userName } = await invite();
    expect(userName).toMatch(/^[a-z0-9]{6}@v\.sys$/);
    const [sent] = await mailsTo(db, mail);
    expect(sent?.secret).toBe(true);
    for (const text of [userName, '24時間以内（2021/04/27 09:00まで）', 'このメールは削除しないでください', '1人に1つ'])
      expect(sent?.body).toContain(text);
    expect(urlIn(sent?.body)).not.toBe('');
  });

  test('a name can be given, in the right form and only once', async () => {
    expect(await invite('venue', ' Newcomer@V.SYS')).toMatchObject({ userName: 'newcomer@v.sys' });
    await expect(invite('venue', 'newcomer@v.sys')).rejects.toMatchObject({ kind: 'invalid' });
    await expect(invite('venue', 'newcomer@example.jp')).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is refused for an organisation that does not exist', async () => {
    const user = { orgId: 999, familyName: '芝', givenName: '花子', email: mail };
    await expect(asSystem(db, (tx) => inviteUser({ ...ctx(), tx }, user))).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('URL', () => {
  test('opening it mails a code, at most once a minute, and uses nothing up', async () => {
    await invite();
    const url = await invitedUrl();
    const answer = await person(door).open(url);
    expect(answer.html).toContain('ログインユーザ初期設定');
    await person(door).open(url);
    expect(await mailsTo(db, mail)).toHaveLength(2);
    door.clock.pass(60);
    await person(door).open(url);
    expect(await mailsTo(db, mail)).toHaveLength(3);
    expect((await passCode()).answer.location).toBe('/first-login/password');
  });

  test('a wrong code shows the page again without another mail', async () => {
    await invite();
    const url = await invitedUrl();
    const someone = person(door);
    await someone.open(url);
    const code = await codeTo(db, mail);
    door.clock.pass(120);
    const answer = await someone.send(`${url}&again=1`, { token: tokenOf(url), code: otherThan(code) });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('確認コードが正しくないか、使えなくなっています');
    expect(await mailsTo(db, mail)).toHaveLength(2);
    expect((await someone.send(url, { token: tokenOf(url), code })).location).toBe('/first-login/password');
  });

  test('the code is sent again after a minute', async () => {
    await invite();
    const url = await invitedUrl();
    const someone = person(door);
    await someone.open(url);
    const resend = `/first-login/resend?token=${tokenOf(url)}&again=1`;
    expect((await someone.send(resend, { token: tokenOf(url) })).status).toBe(429);
    door.clock.pass(60);
    const answer = await someone.send(resend, { token: tokenOf(url) });
    expect(answer.location).toBe(`${url}&sent=1`);
    expect((await someone.open(answer.location)).html).toContain('確認コードをもう一度送信しました');
    expect(await mailsTo(db, mail)).toHaveLength(3);
  });

  test('after 24 hours, after use, after a newer one and for an invented one it says how to get another', async () => {
    const { userId } = await invite();
    const gone = async (url: string) => expect((await person(door).open(url)).html).toContain('このURLは使えません');
    await gone('/first-login');
    await gone(`/first-login?token=${'x'.repeat(43)}`);
    await gone('/first-login?token=a&token=b');
    const first = await invitedUrl();
    await asSystem(db, (tx) => sendInvitation({ ...ctx(), tx }, { userId }));
    await gone(first);
    const { url } = await passCode();
    await gone(url);
    await asSystem(db, (tx) => sendInvitation({ ...ctx(), tx }, { userId }));
    door.clock.pass(24 * 3600);
    await gone(await invitedUrl());
    expect(
      (await person(door).send('/first-login', { token: tokenOf(await invitedUrl()), code: '123456' })).status,
    ).toBe(422);
  });
});

describe('first password', () => {
  test.each([
    ['another confirmation', { passwordAgain: 'Sakura-2022' }, '「新しいパスワード」と一致していません'],
    ['seven characters', { password: 'short1A', passwordAgain: 'short1A' }, '8文字以上'],
    ['the user name inside', { password: 'newcomer-A1', passwordAgain: 'newcomer-A1' }, 'ユーザ名を含まない'],
    ['no question', { question: '' }, 'セキュリティの質問を選択してください。'],
    ['a made-up question', { question: 'made-up' }, 'セキュリティの質問を選択してください。'],
    ['a blank answer', { answer: '　 ' }, '回答を入力してください。'],
    ['a long answer', { answer: 'あ'.repeat(101) }, '回答は100文字以内'],
    ['10 kB', { password: 'A1'.repeat(5000), passwordAgain: 'x' }, '新しいパスワードは128文字以内'],
  ])('%s is told at the field and no password comes back', async (_name, change, message) => {
    await invite('venue', 'newcomer@v.sys');
    const { someone } = await passCode();
    const answer = await someone.send('/first-login/password', { ...choice, ...change });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(message);
    expect(answer.html).not.toContain('Sakura-202');
    expect((await someone.send('/first-login/password', choice)).location).toBe('/first-login/consent');
  });

  test('is set only by who has entered the code, and only once', async () => {
    await invite();
    expect((await person(door).send('/first-login/password', choice)).location).toBe('/login?expired=1');
    const { someone } = await passCode();
    const before = someone.sid();
    await someone.send('/first-login/password', choice);
    someone.take(before);
    expect((await someone.send('/first-login/password', choice)).location).toBe('/login?expired=1');
  });
});

describe('consent', () => {
  test.each([
    ['venue', '/venue'],
    ['municipality', '/'],
  ] as const)('lets a %s in for the first time, at %s; then logins land on 「ホーム」', async (kind, landing) => {
    const { userName, userId } = await invite(kind);
    const { someone } = await passCode();
    await someone.send('/first-login/password', choice);
    expect(await someone.whoAmI()).toBeNull();
    const without = await someone.send('/first-login/consent');
    expect(without.status).toBe(422);
    expect(without.html).toContain('「同意する」にチェックを入れてください');
    expect((await someone.send('/first-login/consent', { agree: '1' })).location).toBe(landing);
    expect(await someone.whoAmI()).toMatchObject({ userId });
    const { rows } = await asSystem(db, (tx) =>
      sql<Record<string, unknown>>`select consent_version, consent_at, first_login_at from users`.execute(tx),
    );
    const at = door.clock.now();
    expect(rows).toEqual([{ consent_version: '2021-04', consent_at: at, first_login_at: at }]);
    const later = person(door);
    await later.send('/login', { userName, password: choice.password });
    expect((await later.send('/login/code', { code: await codeTo(db, mail) })).location).toBe('/login/phone');
    expect(await later.whoAmI()).toBeNull();
    expect((await later.send('/login/phone')).location).toBe('/');
    expect(await later.whoAmI()).toMatchObject({ userId });
  });

  test('who stopped before it is asked for it at the next login', async () => {
    const { userName } = await invite();
    const { someone } = await passCode();
    await someone.send('/first-login/password', choice);
    const later = person(door);
    await later.send('/login', { userName, password: choice.password });
    expect((await later.send('/login/code', { code: await codeTo(db, mail) })).location).toBe('/first-login/consent');
    expect(await later.whoAmI()).toBeNull();
    expect((await later.send('/first-login/consent', { agree: '1' })).location).toBe('/venue');
  });

  test('an invited user without a password cannot log in by the login page', async () => {
    const { userName } = await invite();
    expect((await person(door).send('/login', { userName, password: PASSWORD })).status).toBe(422);
  });
});
