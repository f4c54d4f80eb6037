import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadStock, loadStockSums, stockRoom } from '../../../src/features/stock/index.ts';
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

const stockOf = (who: Person) => asVenue(who, async (tx) => loadStock(tx, who.orgId, await vaccineId(tx)));

/** A version of a venue's report, as any way of reporting writes it. */
const report = (
  who: Person,
  version: number,
  doses: number,
  discarded: number,
  at = START,
  seen: number | null = null,
) =>
  asVenue(who, async (tx) => {
    await sql`insert into report_versions (venue_id, vaccine_id, prefecture_code, municipality_code, version, doses,
        discarded_vials, registered_at, registered_by, disposals_seen)
      values (${who.orgId}, ${await vaccineId(tx)}, '13', '131032', ${version}, ${doses}, ${discarded}, ${at},
        ${who.userId}, ${seen})`.execute(tx);
  });

describe('a report enters the ledger', () => {
  test('with its increase at the doses per vial of its day; the running total of disposal with what it adds', async () => {
    await receive(people.basic, [100]);
    await report(people.basic, 1, 61, 2, new Date('2021-04-11T03:00:00Z'));
    await db.transaction({ role: 'all' }, (tx) =>
      sql`insert into vaccine_doses_per_vial select id, '2021-02-14'::date, 5 from vaccines`.execute(tx),
    );
    await report(people.basic, 2, 91, 2);
    await report(people.basic, 3, 81, 1);
    // 61 at 6 (nothing else was known then), 30 at 6, 10 taken back at 6.
    expect(await stockOf(people.basic)).toMatchObject({ usedDoses: 81, used: 14, disposed: 1, stock: 100 - 14 - 1 });
    await report(people.satellite, 1, 7, 0, new Date('2021-04-11T03:00:00Z'));
    await report(people.satellite, 2, 13, 0);
    // 7/5 + 6/6 = 2.4
    expect(await stockOf(people.satellite)).toMatchObject({ used: 3, stock: null });
  });

  test('starts again when a disposal was entered that its writer had not seen', async () => {
    await report(people.basic, 1, 10, 0, START, 0);
    await expect(report(people.basic, 2, 10, 0, START, 1)).rejects.toThrow(/entered meanwhile/);
  });
});

test('sums of an area count the unknown and never take them as 0', async () => {
  await receive(people.basic, [100]);
  await report(people.basic, 1, 61, 2);
  await report(people.satellite, 1, 6, 1);
  const sums = (by: 'prefecture' | 'municipality') =>
    db.transaction({ role: 'web', settings: { 'app.reach': 'm131032' } }, (tx) => loadStockSums(tx, { by }));
  const known = {
    prefectureCode: '13',
    venues: 2,
    unknownVenues: 1,
    negativeVenues: 0,
    received: 100,
    disposed: 3,
    used: 12,
    stock: 100 - 11 - 2,
  };
  expect(await sums('municipality')).toMatchObject([{ ...known, municipalityCode: '131032' }]);
  expect(await sums('prefecture')).toMatchObject([{ ...known, municipalityCode: null }]);
});

describe('受領 enters the ledger', () => {
  test('lot by lot, nothing for a lot that did not come, and once for its source', async () => {
    await receive(people.basic, [100, 0, 95]);
    await receive(people.basic, [100, 0, 95]);
    expect(await entries()).toEqual([
      { lot: 'EY1', vials: 100 },
      { lot: 'EY3', vials: 95 },
    ]);
    expect(await stockOf(people.basic)).toMatchObject({ stock: 195, received: 195, receivedAt: START, asOf: START });
  });

  test('nothing received is not known, not zero', async () => {
    expect(await stockOf(people.basic)).toBeNull();
    await report(people.basic, 1, 10, 0);
    expect(await stockOf(people.basic)).toMatchObject({ stock: null, used: 2, receivedAt: null, reportedAt: START });
  });

  test('row security hides it from others and keeps them from writing it', async () => {
    await receive(people.basic, [100]);
    const seen = await asVenue(people.satellite, async (tx) => loadStock(tx, people.basic.orgId, await vaccineId(tx)));
    expect(seen).toBeNull();
    await expect(
      asVenue(people.satellite, (tx) =>
        sql`insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses_per_vial, source, source_id, at)
          select ${people.basic.orgId}, '13', '131032', id, 'receipt', 5, 6, 'delivery_lot', 99, now() from vaccines`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    for (const change of [
      'update ledger_entries set vials = 1',
      'delete from ledger_entries',
      'truncate ledger_entries',
      'update stock_balances set received = 1',
      'insert into stock_balances (venue_id, vaccine_id) select 1, 1',
      'delete from stock_lot_balances',
    ])
      for (const role of ['web', 'all'] as const)
        await expect(
          db.transaction({ role, settings: { 'app.reach': `v${people.basic.orgId}` } }, (tx) =>
            sql.raw(change).execute(tx),
          ),
          `${role}: ${change}`,
        ).rejects.toThrow();
    // Not even the owner of the tables changes an entry by accident.
    await expect(
      db.raw.session('owner', (session) => session.exec('update ledger_entries set vials = 1')),
    ).rejects.toThrow(/append-only/);
  });
});

describe('「在庫」', () => {
  test('shows figures with as of when, lots by expiry, and what is not known', async () => {
    await receive(people.basic, [100, 95]);
    await receive(people.basic, [10], '2021-05-01', 9);
    await receive(people.basic, [3], '2021-04-01', 19);
    await report(people.basic, 1, 61, 2);
    const { html } = await app.open(people.basic, '/stock');
    for (const text of ['195', 'EY2', '残り（最大）', 'まもなく期限', '期限切れ', '2021/04/26 09:00 現在', '61回分'])
      expect(html).toContain(text);
    expect(html.indexOf('EY19')).toBeLessThan(html.indexOf('EY9'));
  });

  test('says when nothing is known to have come, and when more went than came', async () => {
    await report(people.basic, 1, 61, 0);
    expect((await app.open(people.basic, '/stock')).html).toContain('在庫は不明です。');
    await receive(people.basic, [5]);
    expect((await app.open(people.basic, '/stock')).html).toContain('在庫がマイナスになっています。');
  });

  test('is empty for who received nothing, and not there for offices', async () => {
    await receive(people.basic, [100]);
    expect((await app.open(people.satellite, '/stock')).html).toContain('在庫の記録はまだありません。');
    for (const who of [people.municipality, people.wholesaler, people.desk])
      expect((await app.open(who, '/stock')).status).toBe(404);
    expect((await app.open(null, '/stock')).location).toBe('/login?to=%2Fstock');
  });
});
