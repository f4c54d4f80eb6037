import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  app = await testApp(db);
});

const mark = async (venueId: number): Promise<unknown> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const { rows } = await sql<{ booking_mark: string; booking_marked_at: Date | null }>`
      select booking_mark, booking_marked_at from venue_directory where venue_id = ${venueId}`.execute(tx);
    return rows[0];
  });

describe('「更新」', () => {
  test('saves the mark and its moment, and is written down', async () => {
    const reply = await app.send(people.basic, '/booking-status', { mark: 'few' });
    expect(reply).toMatchObject({ status: 303, location: '/booking-status/done' });
    expect(await mark(people.basic.orgId)).toEqual({ booking_mark: 'few', booking_marked_at: START });
    const { rows } = await db.transaction({ role: 'all' }, (tx) =>
      sql`select action, subject, outcome, detail from audit_log`.execute(tx),
    );
    expect(rows).toEqual([
      {
        action: 'booking-status.update',
        subject: `venue:${people.basic.orgId}`,
        outcome: 'done',
        detail: { from: 'unset', to: 'few' },
      },
    ]);
  });

  test('touches nobody else’s mark', async () => {
    await app.send(people.basic, '/booking-status', { mark: 'few' });
    expect(await mark(people.satellite.orgId)).toMatchObject({ booking_mark: 'unset' });
  });

  test.each(['unset', '', 'open ', '<script>', 'few,few'])(
    'refuses 「%s」 at the field and changes nothing',
    async (typed) => {
      const reply = await app.send(people.basic, '/booking-status', { mark: typed });
      expect(reply.status).toBe(422);
      expect(reply.html).toContain('予約の受付情報の変更を選択してください。');
      expect(reply.html).not.toContain('<script>');
      expect(await mark(people.basic.orgId)).toMatchObject({ booking_mark: 'unset' });
    },
  );

  test('is not there for others, and asks a stranger to log in', async () => {
    expect((await app.send(people.municipality, '/booking-status', { mark: 'few' })).status).toBe(404);
    expect(await app.send(null, '/booking-status', { mark: 'few' })).toMatchObject({
      status: 303,
      location: '/login?expired=1',
    });
    expect(await mark(people.basic.orgId)).toMatchObject({ booking_mark: 'unset' });
  });

  test('from another site is refused', async () => {
    const reply = await app.server.inject({
      method: 'POST',
      url: '/booking-status',
      cookies: { sid: people.basic.sid },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://example.com',
        'sec-fetch-site': 'cross-site',
      },
      payload: 'mark=few',
    });
    expect(reply.statusCode).toBe(403);
    expect(await mark(people.basic.orgId)).toMatchObject({ booking_mark: 'unset' });
  });

  test('sent twice counts once', async () => {
    const fields = { mark: 'few', _request: 'one-and-the-same' };
    const [first, second] = [
      await app.send(people.basic, '/booking-status', fields),
      await app.send(people.basic, '/booking-status', fields),
    ];
    expect(second).toEqual(first);
    const { rows } = await db.transaction({ role: 'all' }, (tx) => sql`select 1 from audit_log`.execute(tx));
    expect(rows).toHaveLength(1);
  });
});
