import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadStock } from '../../../src/features/stock/index.ts';
import { type Person, START } from '../../support/app/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';
import { dayRows, deliver, makeWorld, news, readRow, sendAnswering, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const venue = () => world.people.basic;
const url = () => `/distributions/${world.ids.vaccine}/receipt`;
const ledger = () =>
  world.rows(sql`select kind, lot, expiry, vials, doses_per_vial, source, venue_id from ledger_entries order by lot`);
const counts = (lots: Readonly<Record<number, string>>, version: number): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(lots).map(([id, count]) => [`lots.${id}.received`, count])),
  _version: String(version),
});

describe('受領確認', () => {
  test('what was announced stands in the fields; confirming it enters the ledger lot by lot', async () => {
    const { a, b, version } = await deliver(world);
    const page = await world.app.open(venue(), url());
    expect(page.html).toContain('EY5420');
    expect(page.html).toMatch(new RegExp(`name="lots.${a}.received"[^>]*value="100"`));
    const reply = await world.app.send(venue(), url(), counts({ [a]: '１００', [b]: '95' }, version));
    expect(reply).toMatchObject({ status: 303, location: `${url()}/done` });
    const entry = { kind: 'receipt', doses_per_vial: 6, source: 'delivery_lot', venue_id: venue().orgId };
    expect(await ledger()).toEqual([
      { ...entry, lot: 'ET3674', expiry: '2021-08-31', vials: 95 },
      { ...entry, lot: 'EY5420', expiry: '2021-09-30', vials: 100 },
    ]);
    expect(await readRow(world, world.ids.vaccine)).toMatchObject({ received_by: venue().userId, received_at: START });
    const done = await world.app.open(venue(), `${url()}/done`);
    expect(done.html).toContain('受領確認完了');
    expect((await world.app.open(venue(), '/stock')).html).toContain('195');
    const { db } = world;
    const received = await db.transaction({ role: 'web', settings: { 'app.reach': `v${venue().orgId}` } }, (tx) =>
      loadStock(tx, venue().orgId, 1),
    );
    expect(received).toMatchObject({ stock: 195, receivedAt: START });
  });

  test('a lot that 国 stopped is marked before it is taken, and in the lists of everybody', async () => {
    await deliver(world);
    await world.db.raw.session('owner', (session) =>
      session.exec(`insert into vaccine_lots (vaccine_id, lot, stopped_at, stop_reason, first_seen_at)
        values (1, 'EY5420', now(), '国の決定', now())`),
    );
    const read = async (who: Person, path: string): Promise<string> =>
      (await world.app.open(who, path)).html.replaceAll(/<[^>]+>/g, ' ');
    const page = await read(venue(), url());
    expect(page).toContain('使用見合わせのロットがあります。');
    expect(page).toMatch(/EY5420\s+使用見合わせ/);
    expect(await read(world.people.manufacturer, '/shipments')).toMatch(/EY5420\s+使用見合わせ/);
  });

  test('happens once: a second submit and an old form are refused, the ledger stays', async () => {
    const { a, b, version } = await deliver(world);
    const fields = counts({ [a]: '100', [b]: '95' }, version);
    await world.app.send(venue(), url(), { ...fields, _request: 'same-form-1' });
    expect((await world.app.send(venue(), url(), { ...fields, _request: 'same-form-1' })).status).toBe(303);
    const second = await world.app.send(venue(), url(), fields);
    expect(second.status).toBe(409);
    expect(second.html).toContain('すでに受領確認が済んでいます');
    expect(await ledger()).toHaveLength(2);
  });

  test('a difference is asked about, then told to wholesaler, maker and municipality, and shown to them', async () => {
    const { a, b, version } = await deliver(world);
    const fields = counts({ [a]: '98', [b]: '95' }, version);
    const asked = await world.app.send(venue(), url(), fields);
    expect(asked.html).toContain('納入数と受領数が違います');
    expect(asked.html).toContain('納入 100本 → 受領 98本');
    expect(await ledger()).toEqual([]);
    // The answer holds for the very numbers it was given for.
    const other = await world.app.send(venue(), url(), {
      ...counts({ [a]: '90', [b]: '95' }, version),
      _confirmed: confirmed(asked.html)[0] ?? '',
    });
    expect(other.status).toBe(200);
    expect((await sendAnswering(world.app, venue(), url(), fields)).status).toBe(303);
    expect(await ledger()).toMatchObject([{ vials: 95 }, { vials: 98 }]);
    const { people, app, ids } = world;
    for (const who of [people.wholesaler, people.manufacturer, people.municipality]) {
      const told = (await news(world, who.orgId)).filter(({ kind }) => kind === 'receipt-difference');
      expect(told).toHaveLength(1);
      expect(told[0]?.body).toContain('ロット番号 EY5420　納入 100本 → 受領 98本');
    }
    expect(await news(world, people.prefecture.orgId)).toEqual([]);
    expect((await app.open(people.wholesaler, `/deliveries/${ids.vaccine}`)).html).toContain('受領 98本');
    expect((await app.open(people.municipality, `/distributions/offices?state=differing`)).html).toContain(
      '数の違いあり',
    );
  });

  test('a lot that nobody announced is entered, one of which nothing came is not', async () => {
    const { a, b, version } = await deliver(world);
    const extra = { 'extra.1.lot': 'ey9999', 'extra.1.expiry': '2021/10/31', 'extra.1.received': '100' };
    const fields = { ...counts({ [a]: '0', [b]: '95' }, version), ...extra };
    expect((await sendAnswering(world.app, venue(), url(), fields)).status).toBe(303);
    expect(await ledger()).toMatchObject([
      { lot: 'ET3674', vials: 95 },
      { lot: 'EY9999', vials: 100, expiry: '2021-10-31' },
    ]);
  });

  test.each([
    ['-1', '0〜999,999の整数'],
    ['', '受け取った数を入力してください。'],
    ['9.5', '0〜999,999の整数'],
  ])('refuses 「%s」 at its field and changes nothing', async (typed, message) => {
    const { a, b, version } = await deliver(world);
    const reply = await world.app.send(venue(), url(), counts({ [a]: typed, [b]: '95' }, version));
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, `lots-${a}-received`)).toContain(message);
    expect(await ledger()).toEqual([]);
  });

  test('a lot left out of the form is missed, a known or nameless extra lot is refused', async () => {
    const { a, b, version } = await deliver(world);
    const missed = await world.app.send(venue(), url(), counts({ [a]: '100' }, version));
    expect(fieldError(missed.html, `lots-${b}-received`)).toContain('受け取った数を入力してください。');
    const extra = { 'extra.1.lot': 'EY5420', 'extra.1.expiry': '', 'extra.1.received': '1', 'extra.2.received': '3' };
    const reply = await world.app.send(venue(), url(), { ...counts({ [a]: '100', [b]: '95' }, version), ...extra });
    expect(fieldError(reply.html, 'extra-1-lot')).toContain('上の表にあります');
    expect(fieldError(reply.html, 'extra-1-expiry')).toContain('有効期限を入力してください。');
    expect(fieldError(reply.html, 'extra-2-lot')).toContain('ロット番号を入力してください。');
  });

  test('only what was delivered; others’ rows and a satellite’s visit are 404', async () => {
    const { app, ids, people, stranger } = world;
    expect((await app.open(venue(), url())).html).toContain('まだ納入の報告がありません');
    expect((await app.send(venue(), url(), { _version: '1' })).status).toBe(409);
    const { a, b, version } = await deliver(world);
    for (const who of [people.satellite, stranger.venue, people.wholesaler]) {
      expect((await app.open(who, url())).status).toBe(404);
      expect((await app.send(who, url(), counts({ [a]: '100', [b]: '95' }, version))).status).toBe(404);
    }
    expect((await app.open(venue(), `/distributions/${ids.far}/receipt`)).status).toBe(404);
    expect(await ledger()).toEqual([]);
  });

  test('needles and syringes: one form for all delivered ones, without the ledger', async () => {
    const { app, ids, people } = world;
    const picked = dayRows({ [ids.needle]: { pick: true }, [ids.syringe]: { pick: true } });
    await sendAnswering(app, people.wholesaler, '/deliveries', { ...picked, op: 'deliver' });
    const supplies = `/distributions/${ids.needle}/receipt-supplies`;
    const cell = (id: number, version = 2) => ({ [`items.${id}.pick`]: '1', [`items.${id}.version`]: String(version) });
    const none = await app.send(venue(), supplies, { [`items.${ids.needle}.version`]: '2' });
    expect(none.status).toBe(422);
    expect((await app.send(venue(), supplies, cell(ids.needle, 1))).status).toBe(409);
    expect((await app.send(venue(), supplies, cell(ids.diluent, 1))).status).toBe(409);
    expect((await app.send(venue(), supplies, cell(ids.far, 1))).status).toBe(404);
    expect((await app.send(venue(), supplies, { ...cell(ids.needle), ...cell(ids.syringe) })).status).toBe(303);
    expect(await readRow(world, ids.syringe)).toMatchObject({ received_by: venue().userId });
    expect(await ledger()).toEqual([]);
  });
});
