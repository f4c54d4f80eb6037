import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import type { SystemCtx } from '../../../src/platform/context.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { emitter } from '../../../src/platform/room.ts';
import { rooms } from '../../../src/rooms.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

let db: Db;
let people: Record<Column, Person>;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
});

const tell = (keys: readonly string[]): Promise<void> =>
  db.transaction({ role: 'all' }, (tx) => {
    const ctx = (): SystemCtx => ({ actor: null, now: START, tx, emit, publicUrl: 'https://v.example' });
    const emit = emitter(rooms, ctx);
    const news = keys.map((key, at) => ({
      orgId: [people.basic, people.municipality][at % 2]?.orgId ?? 0,
      kind: 'test',
      title: '確認してください',
      lines: [`${key}について`],
      link: '/',
      from: '国',
      key,
    }));
    return emit('news.told', news);
  });

const count = (from: string): Promise<number> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(tx);
    return rows[0]?.n ?? -1;
  });
const told = async () => ({
  notices: await count(`notices where kind = 'test'`),
  mails: await count(`mails where subject = '【V-SYS】確認してください'`),
  jobs: await count(`pgboss.job where name = 'send-mail'`),
});

test('S28: news to thousands is a notice, a mail and a job each, in one transaction', async () => {
  await tell(Array.from({ length: 2_300 }, (_, at) => `n${at}`));
  expect(await told()).toEqual({ notices: 2_300, mails: 2_300, jobs: 2_300 });
});

test('S28: a key is told once, also when it stands twice in one list', async () => {
  await tell(['a', 'b', 'a']);
  await tell(['b', 'c']);
  expect(await told()).toEqual({ notices: 3, mails: 3, jobs: 3 });
  await tell([]);
  expect((await told()).notices).toBe(3);
});
