import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { unlockUser } from '../../../src/features/accounts/index.ts';
import { testDb } from '../../support/db/index.ts';
import { type Door, openDoor } from './door.tsx';
import { asSystem, codeTo, mailsTo, otherThan, person } from './person.ts';
import { addOrganisation, addUser, PASSWORD } from './world.ts';

const { db, reset } = await testDb();
let door: Door;
let userId: number;

beforeEach(async () => {
  await reset();
  door = await openDoor(db);
  userId = await addUser(db, await addOrganisation(db, 'venue'), 'basic');
});

const basic = { userName: 'basic@v.sys', password: PASSWORD };
const wrong = { ...basic, password: 'Wrong-2021' };
const signIn = async (someone = person(door), to = '') => {
  await someone.send('/login', { ...basic, to });
  const answer = await someone.send('/login/code', { code: await codeTo(db, 'basic@example.jp') });
  return { someone, answer };
};

describe('password', () => {
  test('the right one leads to the code page and mails a code, marked secret', async () => {
    const someone = person(door);
    const answer = await someone.send('/login', basic);
    expect(answer).toMatchObject({ status: 303, location: '/login/code' });
    const mails = await mailsTo(db, 'basic@example.jp');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: '【V-SYS】確認コードのお知らせ', secret: true });
    expect(await someone.whoAmI()).toBeNull();
  });

  test('a user name in full-width letters, capitals and with spaces is the same', async () => {
    const answer = await person(door).send('/login', { ...basic, userName: '　Ｂａｓｉｃ＠v.sys ' });
    expect(answer.location).toBe('/login/code');
  });

  test('unknown user, wrong password and a shut-out user get the same page; the password never comes back', async () => {
    const texts = new Set<string>();
    const plain = (html: string) => html.replaceAll(/(value|data-challenge)="[^"]*"/g, '');
    const unknown = await person(door).send('/login', { ...wrong, userName: 'nobody@v.sys' });
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('nobody@v.sys');
    expect(unknown.html).not.toContain(wrong.password);
    texts.add(plain(unknown.html));
    texts.add(plain((await person(door).send('/login', wrong)).html));
    await asSystem(db, (tx) => sql`update users set disabled_at = now()`.execute(tx));
    texts.add(plain((await person(door).send('/login', basic)).html));
    expect(texts.size).toBe(1);
  });

  test('a user who has no password yet cannot log in', async () => {
    await asSystem(db, (tx) => sql`update users set password_hash = null`.execute(tx));
    expect((await person(door).send('/login', basic)).status).toBe(422);
  });

  test('users of an organisation that is not active cannot log in', async () => {
    await asSystem(db, (tx) => sql`update organisations set active = false`.execute(tx));
    expect((await person(door).send('/login', basic)).status).toBe(422);
  });

  test.each([
    ['empty', { userName: '', password: '' }, ['ユーザ名を入力してください。', 'パスワードを入力してください。']],
    [
      '10 kB',
      { userName: 'a'.repeat(10_000), password: 'b'.repeat(10_000) },
      ['ユーザ名は100文字以内', 'パスワードは128文字以内'],
    ],
    ['NUL', { userName: 'a\0b', password: 'x' }, ['ユーザ名に使えない文字']],
    ['not there at all', {}, ['ユーザ名を入力してください。', 'パスワードを入力してください。']],
  ])('bad input (%s) is told at the field', async (_name, fields, messages) => {
    const answer = await person(door).send('/login', fields as Record<string, string>);
    expect(answer.status).toBe(422);
    for (const message of messages) expect(answer.html).toContain(message);
    expect(answer.html).not.toContain('まだ登録されていません');
  });
});

describe('lock', () => {
  const sayWrong = async (times: number) => {
    for (let i = 0; i < times; i++) await person(door).send('/login', wrong);
  };

  test('after ten wrong passwords the right one does not get in for 60 minutes and is not told to be right', async () => {
    await sayWrong(9);
    const tenth = await person(door).send('/login', wrong);
    const right = await person(door).send('/login', basic);
    expect(right.status).toBe(422);
    const plain = (html: string) => html.replaceAll(/(value|data-challenge)="[^"]*"/g, '');
    expect(plain(right.html)).toBe(plain(tenth.html));
    expect(await mailsTo(db, 'basic@example.jp')).toEqual([]);
    door.clock.pass(59 * 60);
    expect((await person(door).send('/login', basic)).status).toBe(422);
    door.clock.pass(61);
    expect((await person(door).send('/login', basic)).location).toBe('/login/code');
  });

  test('nine wrong ones do not lock, and the right one starts the count anew', async () => {
    await sayWrong(9);
    expect((await person(door).send('/login', basic)).location).toBe('/login/code');
    await sayWrong(9);
    expect((await person(door).send('/login', basic)).location).toBe('/login/code');
  });

  test('tries at the same time count one by one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => person(door).send('/login', wrong)));
    const { rows } = await asSystem(db, (tx) =>
      sql<{ failed_count: number; locked: boolean }>`
        select failed_count, locked_until > ${door.clock.now()} as locked from users where id = ${userId}`.execute(tx),
    );
    expect(rows).toEqual([{ failed_count: 10, locked: true }]);
    expect((await person(door).send('/login', basic)).status).toBe(422);
  });

  test('refused logins leave their line in the audit log, without the name typed', async () => {
    await sayWrong(1);
    await person(door).send('/login', { ...wrong, userName: 'secret-typed-here@v.sys' });
    const { rows } = await asSystem(db, (tx) =>
      sql<Record<string, unknown>>`select action, subject, outcome, detail from audit_log order by id`.execute(tx),
    );
    expect(rows).toEqual([
      { action: 'session.begin', subject: `user:${userId}`, outcome: 'refused', detail: { wrong: 1 } },
      { action: 'session.begin', subject: '', outcome: 'refused', detail: {} },
    ]);
  });

  test('the service desk ends a lock', async () => {
    await sayWrong(10);
    await asSystem(db, (tx) => unlockUser({ tx }, { userId }));
    expect((await person(door).send('/login', basic)).location).toBe('/login/code');
    await expect(asSystem(db, (tx) => unlockUser({ tx }, { userId: userId + 1 }))).rejects.toMatchObject({
      kind: 'notFound',
    });
  });
});

describe('mailed code', () => {
  const begin = async () => {
    const someone = person(door);
    await someone.send('/login', basic);
    return { someone, code: await codeTo(db, 'basic@example.jp') };
  };

  test('the right code logs in, on 「ホーム」', async () => {
    const { someone, answer } = await signIn();
    expect(answer).toMatchObject({ status: 303, location: '/' });
    expect(await someone.whoAmI()).toMatchObject({ userName: 'basic@v.sys', displayName: '港　太郎' });
  });

  test('or on the page asked for, if it is one of ours', async () => {
    expect((await signIn(person(door), '/demand?cycle=5')).answer.location).toBe('/demand?cycle=5');
    expect((await signIn(person(door), '//evil.example/')).answer.location).toBe('/');
  });

  test('it may be pasted with spaces and in full-width digits', async () => {
    const { someone, code } = await begin();
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect((await someone.send('/login/code', { code: ` ${wide.slice(0, 3)} ${wide.slice(3)}　` })).location).toBe('/');
  });

  test('wrong, old and used codes get one and the same message', async () => {
    const texts = new Set<string>();
    const message = (html: string) => html.replaceAll(/(value|data-challenge)="[^"]*"/g, '');
    const first = await begin();
    texts.add(message((await first.someone.send('/login/code', { code: otherThan(first.code) })).html));
    door.clock.pass(10 * 60);
    texts.add(message((await first.someone.send('/login/code', { code: first.code })).html));
    const second = await begin();
    const old = first.code === second.code ? otherThan(second.code) : first.code;
    texts.add(message((await second.someone.send('/login/code', { code: old })).html));
    const third = await begin();
    await asSystem(db, (tx) => sql`update codes set used_at = created_at`.execute(tx));
    texts.add(message((await third.someone.send('/login/code', { code: third.code })).html));
    expect([...texts]).toHaveLength(1);
    expect([...texts][0]).toContain('確認コードが正しくないか、使えなくなっています');
  });

  test('a code lasts ten minutes by the clock of the house', async () => {
    const { someone, code } = await begin();
    door.clock.pass(599);
    expect((await someone.send('/login/code', { code })).status).toBe(303);
  });

  test('after five wrong tries the right code is refused too', async () => {
    const { someone, code } = await begin();
    for (let i = 0; i < 5; i++) await someone.send('/login/code', { code: otherThan(code) });
    expect((await someone.send('/login/code', { code })).status).toBe(422);
  });

  test('wrong tries at the same time count one by one', async () => {
    const { someone, code } = await begin();
    await Promise.all(Array.from({ length: 8 }, () => someone.send('/login/code', { code: otherThan(code) })));
    expect((await someone.send('/login/code', { code })).status).toBe(422);
  });

  test('a code logs in once, also when sent twice at the same time', async () => {
    const { someone, code } = await begin();
    const [one, two] = [person(door), person(door)];
    one.take(someone.sid());
    two.take(someone.sid());
    const answers = await Promise.all([one, two].map((each) => each.send('/login/code', { code })));
    expect(answers.map(({ location }) => location).sort()).toEqual(['/', '/login?expired=1']);
  });

  test('text, an empty field and 10 kB are told at the field', async () => {
    const { someone } = await begin();
    expect((await someone.send('/login/code', { code: '' })).html).toContain('確認コードを入力してください。');
    expect((await someone.send('/login/code', { code: 'abc' })).html).toContain('確認コードは6桁の数字で');
    expect((await someone.send('/login/code', { code: '1'.repeat(10_000) })).html).toContain('確認コードは6桁の数字で');
  });

  test('it is sent again after a minute, and then the former one is old', async () => {
    const { someone, code } = await begin();
    const early = await someone.send('/login/code/resend');
    expect(early.status).toBe(429);
    expect(early.html).toContain('確認コードを送信したばかりです');
    door.clock.pass(60);
    expect((await someone.send('/login/code/resend')).location).toBe('/login/code?sent=1');
    expect(await mailsTo(db, 'basic@example.jp')).toHaveLength(2);
    const fresh = await codeTo(db, 'basic@example.jp');
    if (fresh !== code) expect((await someone.send('/login/code', { code })).status).toBe(422);
    expect((await someone.send('/login/code', { code: fresh })).location).toBe('/');
  });

  test('ten codes an hour that nobody used are enough', async () => {
    for (let i = 0; i < 10; i++) await begin();
    expect((await person(door).send('/login', basic)).status).toBe(429);
    door.clock.pass(3601);
    expect((await person(door).send('/login', basic)).status).toBe(303);
  });

  test('without the password before it, the code page leads back to 「ログイン」', async () => {
    const code = { code: '123456' };
    expect((await person(door).send('/login/code', code)).location).toBe('/login?expired=1');
    expect((await person(door).send('/login/code/resend')).location).toBe('/login?expired=1');
    const forged = person(door);
    forged.take('x'.repeat(43));
    expect((await forged.send('/login/code', code)).location).toBe('/login?expired=1');
  });
});

describe('the mailbox of the house', () => {
  test('keeps no code, token or session id in clear beside the mail itself', async () => {
    const { someone } = await signIn();
    const { rows } = await asSystem(db, (tx) =>
      sql<{ line: string }>`select row_to_json(s)::text as line from sessions s union all
        select row_to_json(c)::text from codes c`.execute(tx),
    );
    expect(rows.map(({ line }) => line).join('\n')).not.toContain(someone.sid());
  });
});
