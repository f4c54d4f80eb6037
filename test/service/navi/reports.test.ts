import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemCtx } from '../../../src/app.ts';
import { naviRoom } from '../../../src/features/navi/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, ownApp, type Person, START, type TestApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { setVenue } from './world.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;

beforeEach(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  app = await ownApp(db);
});

const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);
const notices = () => rows(sql<{ org_id: number; kind: string }>`select org_id, kind from notices order by id`);

describe('S25: 「情報の誤りを知らせる」', () => {
  const address = '/navi/venues/1310300015/report';

  test('is kept without who sent it, and its municipality is told once a day and kind', async () => {
    for (let times = 0; times < 2; times += 1)
      expect(await app.send(null, address, { fault: 'phone', note: '03-… が正しい' })).toMatchObject({
        status: 303,
        location: `${address}/done`,
      });
    expect(await rows(sql`select fault, note, language, municipality_code from navi_error_reports`)).toEqual(
      Array(2).fill({ fault: 'phone', note: '03-… が正しい', language: 'ja', municipality_code: '131032' }),
    );
    expect(await notices()).toEqual([{ org_id: people.municipality.orgId, kind: 'navi.error-reported' }]);
    expect(await rows(sql`select user_id, org_id, action from audit_log`)).toEqual(
      Array(2).fill({ user_id: null, org_id: null, action: 'navi.report-error' }),
    );
  });

  test.each([
    [{}, 'どこが違うかを選んでください'],
    [{ fault: 'x' }, 'どこが違うかを選んでください'],
    [{ fault: 'phone', note: 'あ'.repeat(201) }, '200文字を超えています'],
    [{ fault: 'phone', note: '\u0007' }, '使えない文字'],
  ])('%j comes back with what is wrong', async (fields, message) => {
    const reply = await app.send(null, address, fields as Record<string, string>);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(message);
    expect(await notices()).toEqual([]);
  });

  test('only the offices of the area see and handle it', async () => {
    await app.send(null, '/navi/en/venues/1310300023/report', { fault: 'hours' });
    for (const who of [people.municipality, people.prefecture])
      expect((await app.open(who, '/navi-reports')).html).toContain('受付時間が違う');
    for (const who of [people.basic, people.ministry, people.desk])
      expect((await app.open(who, '/navi-reports')).status).toBe(404);
    const [{ id } = { id: 0 }] = await rows(sql<{ id: number }>`select id from navi_error_reports`);
    expect((await app.send(people.basic, `/navi-reports/${id}/handled`)).status).toBe(404);
    expect((await app.send(people.municipality, `/navi-reports/${id}/handled`)).status).toBe(303);
    expect((await app.send(people.prefecture, `/navi-reports/${id}/handled`)).status).toBe(409);
    expect((await app.open(people.municipality, '/navi-reports')).html).toContain('対応済み');
  });

  test('one sender is refused after five in a row', async () => {
    const answers: number[] = [];
    for (let times = 0; times < 12; times += 1)
      answers.push((await app.send(null, address, { fault: 'other' })).status);
    expect(answers.at(-1)).toBe(429);
    expect((await app.send(null, address, { fault: 'other' })).html).toContain('10分ほどたってから');
  });
});

describe('S25: the reminder of an old mark', () => {
  const due = (at: string) =>
    db.transaction({ role: 'all' }, async (tx) => {
      const now = new Date(at);
      await naviRoom.due?.(systemCtx('http://127.0.0.1:1')(tx, now), now);
    });
  const moments = (from: string, to: string) =>
    db.transaction({ role: 'all' }, async (tx) =>
      (await naviRoom.dueMoments?.(systemCtx('')(tx, new Date(from)), new Date(from), new Date(to)))?.map((one) =>
        one.toISOString(),
      ),
    );

  test('comes on the morning of the eighth day, once, again after a week, and not after 「更新」', async () => {
    await setVenue(db, people.basic.orgId, { booking_mark: 'open', booking_marked_at: START });
    expect(await moments('2021-04-26T10:00:00+09:00', '2021-05-30T00:00:00+09:00')).toEqual([
      '2021-05-04T00:00:00.000Z',
    ]);
    for (const [at, told] of [
      ['2021-05-03T23:00:00+09:00', 0],
      ['2021-05-04T08:59:00+09:00', 0],
      ['2021-05-04T09:00:00+09:00', 1],
      ['2021-05-04T09:01:00+09:00', 1],
      ['2021-05-11T09:00:00+09:00', 1],
      ['2021-05-12T09:00:00+09:00', 2],
    ] as const) {
      await due(at);
      expect([at, (await notices()).length]).toEqual([at, told]);
    }
    await setVenue(db, people.basic.orgId, { booking_marked_at: new Date('2021-05-12T10:00:00+09:00') });
    await due('2021-05-20T09:00:00+09:00');
    expect((await notices()).map(({ org_id }) => org_id)).toEqual(Array(3).fill(people.basic.orgId));
  });

  test('goes to no hidden venue and to none that never chose', async () => {
    await setVenue(db, people.basic.orgId, { booking_mark: 'open', booking_marked_at: START, hidden: true });
    await due('2021-06-01T09:00:00+09:00');
    expect(await notices()).toEqual([]);
  });
});
