import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { bouncesHouse } from '../../../src/admin/bounces.ts';
import { readConfig } from '../../../src/config.ts';
import { addPeople, START, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
beforeEach(reset);

const config = readConfig(
  { SECRET_KEY: Buffer.alloc(32, 1).toString('base64'), PUBLIC_URL: 'https://v-sys.example.jp' },
  false,
);
const maildir = mkdtempSync(join(tmpdir(), 'v-sys-bounces-'));
mkdirSync(join(maildir, 'new'));
mkdirSync(join(maildir, 'cur'));
afterAll(() => rmSync(maildir, { recursive: true, force: true }));

const notice = (mailId: number, to: string): string =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.jp',
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.2.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <v-sys.${mailId}@v-sys.example.jp>`,
    '',
    '--b--',
  ].join('\n');
const read = async (source = maildir) => {
  const said: string[] = [];
  await bouncesHouse(db, config, source, (line) => said.push(line));
  return said;
};

test('a mail that comes back later is not delivered, for the desk and for the organisation; read twice it changes nothing', async () => {
  const people = await addPeople(db, START);
  const app = await testApp(db);
  const { userId, orgId } = people.basic;
  const to = `venue${orgId}@example.jp`;
  const { rows } = await db.transaction({ role: 'all' }, (tx) =>
    sql<{
      id: number;
    }>`insert into mails (dedupe_key, to_address, from_name, subject, body, secret, user_id, created_at, state, sent_at)
      values ('a', ${to}, 'V-SYS', '通知', '本文', false, ${userId}, ${START}, 'sent', ${START}),
        ('b', ${to}, 'V-SYS', 'コード', null, true, ${userId}, ${START}, 'sent', ${START}) returning id`.execute(tx),
  );
  const [plain, code] = rows.map(({ id }) => Number(id));
  writeFileSync(join(maildir, 'new', '1'), notice(plain ?? 0, to.toUpperCase()));
  writeFileSync(join(maildir, 'cur', '2:2,S'), notice(code ?? 0, to));
  writeFileSync(join(maildir, 'new', '3'), notice(plain ?? 0, 'somebody-else@example.jp'));
  writeFileSync(join(maildir, 'new', '4'), 'Subject: hello\n\nnot a notice');
  expect((await read()).at(-1)).toBe('4通を読み、2通を「届きませんでした」にしました（読み取れなかったもの 1通）。');
  expect((await read()).at(-1)).toContain('0通を「届きませんでした」');

  const list = (await app.open(people.desk, '/desk/mails')).html;
  expect(list).toContain('不達の通知：5.2.1');
  expect(list).toContain('コードを含むため再送できません');
  expect((await app.open(people.desk, `/desk/users/${userId}`)).html).toContain('メールが届いていません');
  expect((await app.send(people.desk, `/desk/mails/${plain}/resend`)).status).toBe(303);
  expect((await app.send(people.desk, `/desk/mails/${code}/resend`)).status).toBe(409);
  await expect(read(join(maildir, 'none'))).rejects.toThrow(/ENOENT/);
});
