import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock } from '../../../src/platform/clock/index.ts';
import { type RunningJobs, sendJob, startJobs } from '../../../src/platform/jobs/index.ts';
import {
  listMails,
  type MailToQueue,
  type MailTransport,
  mailboxTransport,
  queueMail,
  resendMail,
  sendMailJob,
  smtpTransport,
  suspendMail,
} from '../../../src/platform/mail/index.ts';
import { testDb } from '../../support/db/index.ts';
import { smtpServer } from '../../support/db/smtp.ts';

const { db, reset } = await testDb();
const at = new Date('2021-04-26T09:00:00+09:00');
const clock = demoClock(at, () => 0);
const FROM = 'no-reply@v-sys.example.jp';
let jobs: RunningJobs | undefined;
let transport: MailTransport | undefined;

beforeEach(reset);
afterEach(async () => {
  await jobs?.stop();
  transport?.close();
  jobs = transport = undefined;
});

const run = async (by: MailTransport) => {
  transport = by;
  jobs = await startJobs(db, {
    'send-mail': sendMailJob(db, clock, by),
    'reset-password': async () => undefined,
    'take-over-sheet': async () => undefined,
  });
};
const mail = (more: Partial<MailToQueue> = {}): MailToQueue => ({
  dedupeKey: 'code:1',
  to: 'basic@example.jp',
  fromName: 'ワクチン接種円滑化システム',
  subject: '確認コードのお知らせ',
  text: '確認コードは 123456 です。',
  at,
  ...more,
});
const queue = (more: Partial<MailToQueue> = {}) => db.transaction({ role: 'web' }, (tx) => queueMail(tx, mail(more)));
const mailbox = (to?: string) => db.transaction({ role: 'all' }, (tx) => listMails(tx, to === undefined ? {} : { to }));
const rows = () =>
  db.transaction({ role: 'all' }, (tx) =>
    tx.selectFrom('mails').select(['id', 'state', 'tries', 'body', 'last_error', 'sent_at']).orderBy('id').execute(),
  );

/** One job of one mail, as the worker gives it to the handler; throws what it says went wrong. */
const sendOne =
  (by: MailTransport) =>
  async ({ mailId }: { mailId: number }, { lastTry }: { lastTry: boolean }): Promise<void> => {
    const [failure] = await sendMailJob(db, clock, by).together([{ payload: { mailId }, lastTry }]);
    if (failure) throw failure;
  };

/** A transport that fails in ways that can be told, and counts. */
function flaky(...outcomes: Array<'ok' | 'refuse' | 'fail'>) {
  const sent: number[] = [];
  const by: MailTransport = {
    erasesSecrets: true,
    close() {},
    async deliver({ id }) {
      sent.push(id);
      const outcome = outcomes[sent.length - 1] ?? 'ok';
      if (outcome === 'fail') throw new Error('421 busy');
      return outcome === 'refuse' ? { refused: '550 no such user' } : {};
    },
  };
  return { by, sent };
}

test('the demo’s mailbox shows mails newest first, by receiver', async () => {
  await run(mailboxTransport);
  await queue();
  await queue({ dedupeKey: 'code:2', to: 'desk@example.jp', subject: 'お問合せ' });
  await queue({ dedupeKey: 'code:3', subject: '二通目', secret: true });
  await jobs?.idle();
  expect((await mailbox()).map(({ subject }) => subject)).toEqual(['二通目', 'お問合せ', '確認コードのお知らせ']);
  const [newest, oldest] = await mailbox('basic@example.jp');
  expect(oldest?.subject).toBe('確認コードのお知らせ');
  expect(newest).toEqual({
    id: newest?.id,
    to: 'basic@example.jp',
    from: 'ワクチン接種円滑化システム',
    subject: '二通目',
    text: '確認コードは 123456 です。',
    sentAt: at,
  });
});

test('the same event is mailed once', async () => {
  const { by, sent } = flaky();
  await run(by);
  expect(await queue()).toBe(true);
  expect(await queue({ text: '別の文面' })).toBe(false);
  await jobs?.idle();
  expect(await queue()).toBe(false);
  await jobs?.idle();
  expect(sent).toHaveLength(1);
});

test('a rollback takes the queued mail with it, and the key is free again', async () => {
  const { by, sent } = flaky();
  await run(by);
  const failing = db.transaction({ role: 'web' }, async (tx) => {
    await queueMail(tx, mail());
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await jobs?.idle();
  expect(sent).toEqual([]);
  expect(await rows()).toEqual([]);
  expect(await queue()).toBe(true);
});

test('two jobs for one mail send it once, also at the same time', async () => {
  const { by, sent } = flaky();
  const handler = sendOne(by);
  await queue();
  const [row] = await rows();
  const mailId = row?.id ?? 0;
  const both = [handler({ mailId }, { lastTry: false }), handler({ mailId }, { lastTry: false })];
  await Promise.allSettled(both);
  await handler({ mailId }, { lastTry: false });
  expect(sent).toEqual([mailId]);
});

test('a mail that fails waits, and goes out at a later try', async () => {
  const { by, sent } = flaky('fail');
  const handler = sendOne(by);
  await queue();
  const mailId = (await rows())[0]?.id ?? 0;
  await expect(handler({ mailId }, { lastTry: false })).rejects.toThrow('421 busy');
  expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1, last_error: 'Error: 421 busy', sent_at: null }]);
  await handler({ mailId }, { lastTry: false });
  expect(await rows()).toMatchObject([{ state: 'sent', tries: 2, last_error: null, sent_at: at }]);
  expect(sent).toEqual([mailId, mailId]);
});

test('of several at a time each has its own end: out, refused, or tried again', async () => {
  const { by } = flaky('ok', 'refuse', 'fail', 'ok');
  for (const n of [1, 2, 3, 4]) await queue({ dedupeKey: `code:${n}` });
  const ids = (await rows()).map(({ id }) => id);
  const failures = await sendMailJob(db, clock, by).together(
    [...ids, ids[0] ?? 0, 999].map((mailId) => ({ payload: { mailId }, lastTry: mailId === ids[2] })),
  );
  expect(failures.map((failure) => failure?.message ?? null)).toEqual([null, null, '421 busy', null, null, null]);
  expect((await rows()).map(({ state, tries, last_error }) => [state, tries, last_error])).toEqual([
    ['sent', 1, null],
    ['failed', 1, '550 no such user'],
    ['failed', 1, 'Error: 421 busy'],
    ['sent', 1, null],
  ]);
});

test('a mail refused for good, or that failed at the last try, is marked and can be resent by the desk', async () => {
  const { by } = flaky('refuse', 'fail', 'ok', 'ok');
  await run(by);
  const handler = sendOne(by);
  await queue();
  await jobs?.idle();
  const [first] = await rows();
  expect(first).toMatchObject({ state: 'failed', last_error: '550 no such user' });
  await jobs?.stop();
  await queue({ dedupeKey: 'code:2' });
  const second = (await rows())[1]?.id ?? 0;
  await expect(handler({ mailId: second }, { lastTry: true })).rejects.toThrow('421');
  expect((await rows())[1]?.state).toBe('failed');
  for (const id of [first?.id ?? 0, second]) {
    expect(await db.transaction({ role: 'web' }, (tx) => resendMail(tx, id))).toBe(true);
    expect(await db.transaction({ role: 'web' }, (tx) => resendMail(tx, id))).toBe(false);
  }
  await run(by);
  await jobs?.idle();
  expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a mail held back is not sent until it is released', async () => {
  const { by, sent } = flaky();
  await queue();
  const id = (await rows())[0]?.id ?? 0;
  expect(await db.transaction({ role: 'web' }, (tx) => suspendMail(tx, id))).toBe(true);
  await run(by);
  await jobs?.idle();
  expect(sent).toEqual([]);
  await db.transaction({ role: 'web' }, (tx) => resendMail(tx, id));
  await jobs?.idle();
  expect(sent).toEqual([id]);
});

test('production erases texts with codes once they are sent, and keeps the others', async () => {
  await run(flaky().by);
  await queue({ secret: true });
  await queue({ dedupeKey: 'notice:1' });
  await jobs?.idle();
  expect((await rows()).map(({ body }) => body)).toEqual([null, '確認コードは 123456 です。']);
});

test('job payloads hold no text, and pages cannot read what mails say', async () => {
  await queue({ secret: true });
  const { rows: payloads } = await db.raw.session('jobs', (session) => session.query('select data from pgboss.job'));
  expect(payloads).toEqual([{ data: { mailId: (await rows())[0]?.id } }]);
  const peek = db.transaction({ role: 'web' }, (tx) => tx.selectFrom('mails').select('body').execute());
  await expect(peek).rejects.toThrow(/permission denied/);
  await db.transaction({ role: 'web' }, (tx) => tx.selectFrom('mails').select(['id', 'state']).execute());
});

test('SMTP carries Japanese names, subjects and texts, with a Message-ID of its own', async () => {
  const server = await smtpServer();
  await run(smtpTransport(server.url, FROM));
  await queue({ text: '芝公園病院 髙橋 様\n𠮷野家の前\n.\n以上' });
  await jobs?.idle();
  expect(server.mails).toHaveLength(1);
  const [row] = await rows();
  const parsed = await PostalMime.parse(server.mails[0] ?? '');
  expect(parsed).toMatchObject({
    from: { name: 'ワクチン接種円滑化システム', address: FROM },
    to: [{ address: 'basic@example.jp' }],
    subject: '確認コードのお知らせ',
    messageId: `<v-sys.${row?.id}@v-sys.example.jp>`,
  });
  expect(parsed.text?.trim()).toContain('芝公園病院 髙橋 様\n𠮷野家の前\n');
  expect(row).toMatchObject({ state: 'sent', tries: 1 });
  await server.close();
});

test('an address that the mail server refuses fails for good; a busy server is tried again', async () => {
  const server = await smtpServer(() => '451 try later');
  await run(smtpTransport(server.url, FROM));
  await queue({ to: 'nobody@example.jp' });
  await queue({ dedupeKey: 'code:2' });
  await jobs?.idle();
  expect(await rows()).toMatchObject([
    { state: 'failed', last_error: expect.stringContaining('550') },
    { state: 'waiting', last_error: expect.stringContaining('451') },
  ]);
  await server.close();
});

test('a server that is not there is tried again', async () => {
  await run(smtpTransport('smtp://127.0.0.1:1', FROM));
  await queue();
  await jobs?.idle();
  expect(await rows()).toMatchObject([
    { state: 'waiting', tries: 1, last_error: expect.stringContaining('ECONNREFUSED') },
  ]);
});

test('a job for a mail that is no more is done', async () => {
  const { by, sent } = flaky();
  await run(by);
  await db.transaction({ role: 'web' }, (tx) => sendJob(tx, 'send-mail', { mailId: 987654 }));
  await jobs?.idle();
  expect(sent).toEqual([]);
});
