import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadReceived, stockRoom } from '../../../src/features/stock/index.ts';
import { asDay } from '../../../src/kernel/calendar.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { SystemCtx } from '../../../src/platform/context.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';
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

const asVenue = <T>(who: Person, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction({ role: 'web', settings: { 'app.reach': `v${who.orgId}` } }, work);
const vaccineId = async (tx: Tx): Promise<number> =>
  Number((await sql<{ id: number }>`select id from vaccines`.execute(tx)).rows[0]?.id);

/** What the deliveries room tells when a venue confirmed a receipt. */
const receive = async (who: Person, vials: readonly number[], expiry = '2021-09-30', firstLot = 1): Promise<void> =>
  asVenue(who, async (tx) => {
    const ctx: SystemCtx = { actor: null, now: START, tx, emit: async () => undefined, publicUrl: '' };
    await stockRoom.on?.['delivery.received']?.(ctx, {
      venueId: who.orgId,
      prefectureCode: '13',
      municipalityCode: '131032',
      vaccineId: await vaccineId(tx),
      dosesPerVial: 6,
      userId: who.userId,
      lots: vials.map((count, at) => ({
        deliveryLotId: firstLot + at,
        lot: `EY${firstLot + at}`,
        expiry: asDay(expiry),
        vials: count,
      })),
    });
  });
const entries = async () =>
  (await db.transaction({ role: 'all' }, (tx) => sql`select lot, vials from ledger_entries order by id`.execute(tx)))
    .rows;

describe('受領 enters the ledger', () => {
  test('lot by lot, nothing for a lot that did not come, and once for its source', async () => {
    await receive(people.basic, [100, 0, 95]);
    await receive(people.basic, [100, 0, 95]);
    expect(await entries()).toEqual([
      { lot: 'EY1', vials: 100 },
      { lot: 'EY3', vials: 95 },
    ]);
    expect(
      await asVenue(people.basic, async (tx) => loadReceived(tx, people.basic.orgId, await vaccineId(tx))),
    ).toEqual({
      vials: 195,
      asOf: START,
    });
  });

  test('nothing received is not known, not zero', async () => {
    expect(
      await asVenue(people.basic, async (tx) => loadReceived(tx, people.basic.orgId, await vaccineId(tx))),
    ).toBeNull();
  });

  test('row security hides it from others and keeps them from writing it', async () => {
    await receive(people.basic, [100]);
    const seen = await asVenue(people.satellite, async (tx) =>
      loadReceived(tx, people.basic.orgId, await vaccineId(tx)),
    );
    expect(seen).toBeNull();
    await expect(
      asVenue(people.satellite, (tx) =>
        sql`insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses_per_vial, source, source_id, at)
          select ${people.basic.orgId}, '13', '131032', id, 'receipt', 5, 6, 'delivery_lot', 99, now() from vaccines`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(asVenue(people.basic, (tx) => sql`update ledger_entries set vials = 1`.execute(tx))).rejects.toThrow();
  });
});

describe('「在庫」', () => {
  test('shows lots, what they amount to, and what is not known', async () => {
    await receive(people.basic, [100, 95]);
    await receive(people.basic, [10], '2021-05-01', 9);
    await receive(people.basic, [3], '2021-04-01', 19);
    const { html } = await app.open(people.basic, '/stock');
    for (const text of [
      '受領した量（接種・廃棄・移送は差し引いていません）',
      '1,248',
      'EY2',
      'まもなく期限',
      '期限切れ',
      '2021/04/26 09:00 現在',
    ])
      expect(html).toContain(text);
    expect(html.indexOf('EY19')).toBeLessThan(html.indexOf('EY9'));
  });

  test('is empty for who received nothing, and not there for offices', async () => {
    await receive(people.basic, [100]);
    expect((await app.open(people.satellite, '/stock')).html).toContain('受領したワクチンの記録はまだありません。');
    for (const who of [people.municipality, people.wholesaler, people.desk])
      expect((await app.open(who, '/stock')).status).toBe(404);
    expect((await app.open(null, '/stock')).location).toBe('/login?to=%2Fstock');
  });
});
