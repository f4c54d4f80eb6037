import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { systemCtx } from '../../../src/app.ts';
import { retentionRoom } from '../../../src/features/retention/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { rowsOf } from '../demands/support.ts';

let db: Db;
let people: Record<Column, Person>;
const day = 86_400_000;
const daysAgo = (days: number) => new Date(START.getTime() - days * day);

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
});

const due = (now: Date) =>
  db.transaction({ role: 'all' }, async (tx) => retentionRoom.due?.(systemCtx('http://127.0.0.1:1')(tx, now), now));
const fill = (count: number, at: Date, name: string) =>
  db.transaction({ role: 'all' }, async (tx) => {
    const org = people.basic.orgId;
    await sql`insert into notices (org_id, kind, title, body, at, dedupe_key)
      select ${org}, 'test', ${name}, '', ${at}, ${name} || n from generate_series(1, ${count}) n`.execute(tx);
    await sql`insert into audit_log (at, action, outcome) select ${at}, ${name}, 'done' from generate_series(1, ${count}) n`.execute(
      tx,
    );
    await sql`insert into mails (dedupe_key, to_address, from_name, subject, body, state, created_at, sent_at)
      select ${name} || n, 'a@example.jp', '国', ${name}, '', 'sent', ${at}, ${at} from generate_series(1, ${count}) n`.execute(
      tx,
    );
    await sql`insert into mails (dedupe_key, to_address, from_name, subject, body, created_at)
      values ('waits ' || ${name}, 'a@example.jp', '国', 'waits', '', ${at})`.execute(tx);
    await sql`insert into form_receipts (user_id, request_id, body_digest, location, created_at)
      select ${people.basic.userId}, ${name} || n, '', '/', ${at} from generate_series(1, ${count}) n`.execute(tx);
  });
const counts = async () =>
  (
    await rowsOf<Record<string, number>>(
      db,
      `select (select count(*) from notices) as notices, (select count(*) from audit_log) as audit, (select count(*) from form_receipts) as receipts,
        (select count(*) from mails where state = 'sent') as sent, (select count(*) from mails where state = 'waiting') as waiting`,
    )
  )[0];

test('each kind goes when its time is over, and what waits stays', async () => {
  await fill(3, daysAgo(31), 'month');
  await fill(3, daysAgo(366), 'year');
  await fill(3, daysAgo(732), 'two');
  await fill(3, daysAgo(1827), 'five');
  await due(START);
  expect(await counts()).toEqual({ receipts: 0, sent: 3, notices: 6, audit: 9, waiting: 4 });
  expect(await rowsOf(db, 'select kind, deleted, swept_at from retention_rules order by position')).toEqual([
    { kind: 'audit', deleted: 3, swept_at: START },
    { kind: 'notice', deleted: 6, swept_at: START },
    { kind: 'mail', deleted: 9, swept_at: START },
    { kind: 'error_report', deleted: 0, swept_at: START },
    { kind: 'receipt', deleted: 12, swept_at: START },
    { kind: 'ticket', deleted: 0, swept_at: START },
    { kind: 'chat_question', deleted: 0, swept_at: START },
  ]);
});

test('a closed inquiry goes with its entries, an open one stays; a wording outlives the question that taught it', async () => {
  const user = people.basic.userId;
  await db.transaction({ role: 'all' }, async (tx) => {
    await sql`insert into tickets (channel, state, category, detail, user_id, email, body, created_at, closed_at)
      select 'form', state, 'other', 'other', ${user}, 'a@example.jp', '質問', ${daysAgo(1200)}, closed
      from (values ('closed', ${daysAgo(1100)}::timestamptz), ('closed', ${daysAgo(1000)}), ('new', null)) t (state, closed)`.execute(
      tx,
    );
    await sql`insert into ticket_entries (ticket_id, at, user_id, kind, text)
      select id, ${daysAgo(1150)}, ${user}, 'message', '追加' from tickets`.execute(tx);
    await sql`insert into articles (slug, created_at) values ('x', ${START})`.execute(tx);
    await sql`insert into chat_questions (user_id, asked_at, question, offered)
      select ${user}, at, '質問', '{}' from (values (${daysAgo(400)}::timestamptz), (${daysAgo(300)})) t (at)`.execute(
      tx,
    );
    await sql`insert into chat_wordings (article_id, text, question_id, added_by, added_at)
      select a.id, '言葉', q.id, ${user}, ${START} from articles a, (select min(id) as id from chat_questions) q`.execute(
      tx,
    );
  });
  await due(START);
  expect(await rowsOf(db, 'select state from tickets order by id')).toEqual([{ state: 'closed' }, { state: 'new' }]);
  expect(await rowsOf(db, 'select count(*)::int as n from ticket_entries')).toEqual([{ n: 2 }]);
  expect(await rowsOf(db, 'select count(*)::int as n from chat_questions')).toEqual([{ n: 1 }]);
  expect(await rowsOf(db, 'select text, question_id from chat_wordings')).toEqual([
    { text: '言葉', question_id: null },
  ]);
});

test('once a day; more than one minute can hold goes on in the next', async () => {
  await due(START);
  await fill(10_500, daysAgo(31), 'many');
  await due(new Date(START.getTime() + 60_000));
  expect((await counts())?.receipts).toBe(10_500);
  const tomorrow = new Date(START.getTime() + day);
  await due(tomorrow);
  expect((await counts())?.receipts).toBe(500);
  await due(new Date(tomorrow.getTime() + 60_000));
  expect((await counts())?.receipts).toBe(0);
});

test('another period is another row of data', async () => {
  await fill(2, daysAgo(40), 'old');
  await db.raw.session('owner', (session) =>
    session.query(`update retention_rules set days = 60 where kind = 'receipt'`),
  );
  await due(START);
  expect((await counts())?.receipts).toBe(2);
});
