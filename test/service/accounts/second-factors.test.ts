import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { testDb } from '../../support/db/index.ts';
import { type Door, openDoor } from './door.tsx';
import { asSystem, codeTo, mailsTo, person } from './person.ts';
import { addOrganisation, addUser, PASSWORD } from './world.ts';

const { db, reset } = await testDb();
let door: Door;
const login = { userName: 'office@v.sys', password: PASSWORD };
const mail = 'office@example.jp';

beforeEach(async () => {
  await reset();
  door = await openDoor(db);
  await addUser(db, await addOrganisation(db, 'municipality', '港区'), 'office');
});

const signIn = async () => {
  const someone = person(door);
  await someone.send('/login', login);
  await someone.send('/login/code', { code: await codeTo(db, mail) });
  return someone;
};
const setUp = async () => {
  const someone = await signIn();
  await someone.send('/settings/security/app/begin', { current: PASSWORD });
  const { html } = await someone.open('/settings/security/app');
  const secret = (/<code>([A-Z2-7 ]{20,})<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const recovery = [...html.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(([, code]) => code ?? '');
  return { someone, secret, recovery };
};
const seconds = (): number => Math.floor(Date.now() / 1000);
const codeAt = (secret: string, step: number): string => generateSync({ secret, epoch: seconds() + step * 30 });

test('set up only with the password and its first code; shown once; kept encrypted, recovery codes as hashes', async () => {
  const { someone, secret, recovery } = await setUp();
  expect(recovery).toHaveLength(10);
  expect((await someone.open('/settings/security/app')).html).toContain(recovery[0]);
  expect((await someone.send('/settings/security/app/begin', { current: 'Wrong-2021' })).status).toBe(422);
  expect((await someone.send('/settings/security/app', { code: '000000' })).status).toBe(422);
  expect((await someone.send('/settings/security/app', { code: codeAt(secret, 0) })).location).toBe(
    '/settings/security?done=app',
  );
  expect((await someone.open('/settings/security/app')).status).toBe(404);
  const { rows } = await asSystem(db, (tx) =>
    sql<{ line: string }>`select row_to_json(t)::text as line from totp_secrets t union all
      select row_to_json(r)::text from recovery_codes r`.execute(tx),
  );
  const kept = rows.map(({ line }) => line).join('\n');
  expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
  expect(kept).not.toContain(recovery[0]);
});

test('stands in for the mailed code, each code once; recovery codes too; the mail stays possible', async () => {
  const { someone, secret, recovery } = await setUp();
  await someone.send('/settings/security/app', { code: codeAt(secret, 0) });
  const mails = (await mailsTo(db, mail)).length;
  const enter = async (code: string) => {
    const later = person(door);
    expect((await later.send('/login', login)).location).toBe('/login/second');
    return later.send('/login/second', { code });
  };
  expect((await enter(codeAt(secret, 0))).status).toBe(422);
  const next = codeAt(secret, 1);
  expect((await enter(next)).location).toBe('/');
  expect((await enter(next)).status).toBe(422);
  expect((await enter(recovery[3] ?? '')).location).toBe('/');
  expect((await enter(recovery[3] ?? '')).status).toBe(422);
  expect((await mailsTo(db, mail)).length).toBe(mails);
  const byMail = person(door);
  await byMail.send('/login', login);
  expect((await byMail.send('/login/second/mail')).location).toBe('/login/code');
  expect((await byMail.send('/login/code', { code: await codeTo(db, mail) })).location).toBe('/');
});

test('five wrong codes shut it for ten minutes, for all sessions of the user', async () => {
  const { someone, secret, recovery } = await setUp();
  await someone.send('/settings/security/app', { code: codeAt(secret, 0) });
  for (let i = 0; i < 5; i += 1) {
    const later = person(door);
    await later.send('/login', login);
    await later.send('/login/second', { code: '123456' });
  }
  const later = person(door);
  await later.send('/login', login);
  expect((await later.send('/login/second', { code: recovery[0] ?? '' })).status).toBe(429);
  door.clock.pass(601);
  expect((await later.send('/login/second', { code: recovery[0] ?? '' })).location).toBe('/');
});

test.each(['', '{', '[]', '{"id":"x"}', 'x'.repeat(100_000)])(
  'a forged passkey (%#) opens nothing',
  async (assertion) => {
    const answer = await person(door).send('/login/passkey', { assertion });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('パスキーで確認できませんでした');
  },
);

test('「本人確認」 opens for nobody without the password', async () => {
  expect((await person(door).open('/login/second')).location).toContain('/login');
  expect((await person(door).send('/login/second', { code: '123456' })).location).toBe('/login?expired=1');
});
