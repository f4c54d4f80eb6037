import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import {
  loadStock,
  loadTransfers,
  planTransfers,
  reconcileStock,
  saveTransfers,
} from '../../../src/features/stock/index.ts';
import { recordCount, recordDisposal } from '../../../src/features/stock/record-stock.service.ts';
import { addDays, asDay } from '../../../src/kernel/calendar.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import type { Ctx } from '../../../src/platform/context.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { asVenue, receive, vaccineId } from './ground.ts';

/** Three venues; what each was seen to do is added up beside the program. */
type Model = {
  net: number;
  doses: Map<number, number>;
  disposed: number;
  inflows: number;
  reports: number;
  total: number;
};

let db: Db;
let venues: Person[];
let vaccine: number;
const today = asDay('2021-04-26');
const usableFrom = asDay('2021-02-14');

beforeEach(async () => {
  ({ db } = await testDb());
  const people = await addPeople(db, START);
  venues = [people.basic, people.satellite, await addVenue(people.basic)];
  vaccine = await db.transaction({ role: 'all' }, vaccineId);
});

const addVenue = (like: Person): Promise<Person> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const { rows } = await sql<{
      id: number;
    }>`insert into organisations (kind, name, prefecture_code, municipality_code)
      values ('venue', '麻布病院', '13', '131032') returning id`.execute(tx);
    const orgId = Number(rows[0]?.id);
    await sql`insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code)
      values (${orgId}, '1310300031', '麻布病院', '13', '131032')`.execute(tx);
    await sql`insert into venues (venue_id, prefecture_code, municipality_code) values (${orgId}, '13', '131032')`.execute(
      tx,
    );
    await sql`insert into venue_vaccines (venue_id, vaccine_id, role) select ${orgId}, id, 'basic' from vaccines`.execute(
      tx,
    );
    return { ...like, orgId };
  });

const act = <T>(who: Person, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  asVenue(db, who, (tx: Tx) =>
    work({
      actor: {
        userId: who.userId,
        userName: '',
        displayName: '',
        org: { id: who.orgId, kind: 'venue', name: '', prefectureCode: '13', municipalityCode: '131032' },
        columns: ['basic'],
      },
      now: START,
      tx,
      emit: async () => undefined,
      publicUrl: '',
      note: () => undefined,
      ask: () => undefined,
      version: null,
    }),
  );

const lot = fc.constantFrom('EY5420', 'ET3674', 'XX1');
const vials = fc.integer({ min: 1, max: 30 });
const other = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  fc.record({ op: fc.constant('receive' as const), lot, vials: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    op: fc.constant('transfer' as const),
    side: fc.constantFrom('out' as const, 'in' as const),
    named: fc.boolean(),
    other,
    lot,
    vials: fc.integer({ min: 1, max: 3 }),
    back: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({ op: fc.constant('change' as const), pick: fc.nat(20), vials: fc.option(vials, { nil: null }) }),
  fc.record({
    op: fc.constant('report' as const),
    more: fc.integer({ min: -20, max: 60 }),
    discarded: fc.integer({ min: -1, max: 3 }),
  }),
  fc.record({ op: fc.constant('dispose' as const), vials, lot: fc.option(lot, { nil: '' }) }),
  fc.record({ op: fc.constant('count' as const), counted: fc.integer({ min: 0, max: 300 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const place = ({ orgId }: Person) => ({ venueId: orgId, prefectureCode: '13', municipalityCode: '131032' });
const used = (doses: ReadonlyMap<number, number>): number => {
  let parts = 0n;
  for (const [perVial, n] of doses) parts += (BigInt(n) * 232_792_560n) / BigInt(perVial);
  return parts <= 0n ? 0 : Number((parts + 232_792_559n) / 232_792_560n);
};
const stockIn = (model: Model): number => model.net - used(model.doses);

const transfer = async (
  who: Person,
  model: Model,
  { side, named, other: at, lot: of, vials: n, back }: Extract<Step, { op: 'transfer' }>,
) => {
  const partner = venues[at] as Person;
  if (partner.orgId === who.orgId) return;
  await act(who, async (ctx) => {
    const entries = await loadTransfers(ctx.tx, who.orgId, vaccine, side);
    const row = {
      key: 'new1',
      partnerId: side === 'in' || named ? partner.orgId : null,
      partnerText: '',
      day: addDays(today, -back),
      lot: of,
      vials: n,
    };
    const asked = {
      place: place(who),
      vaccine: { id: vaccine, usableFrom },
      side,
      entries,
      rows: [row],
      shown: [],
      stock: null,
      table: '',
    };
    await saveTransfers(ctx, await planTransfers(ctx, asked));
  });
  model.net += side === 'in' ? n : -n;
  model.inflows += side === 'in' ? 1 : 0;
};

/** Corrects one of the venue's transfers, or takes it out. */
const change = async (who: Person, model: Model, { pick, vials: n }: Extract<Step, { op: 'change' }>) => {
  await act(who, async (ctx) => {
    const of = async (side: 'in' | 'out') =>
      (await loadTransfers(ctx.tx, who.orgId, vaccine, side)).filter((one) => !one.removed);
    const all = [...(await of('out')), ...(await of('in'))];
    const entry = all[pick % Math.max(1, all.length)];
    if (!entry) return;
    const { side } = entry;
    const entries = all.filter((one) => one.side === side);
    const row = {
      key: `t${entry.id}`,
      partnerId: entry.partnerId,
      partnerText: '',
      day: entry.day,
      lot: entry.lot,
      vials: n,
    };
    const asked = { place: place(who), vaccine: { id: vaccine, usableFrom }, side, entries, stock: null, table: '' };
    const rows = n === null ? { rows: [], shown: [entry.id] } : { rows: [row], shown: [] };
    await saveTransfers(ctx, await planTransfers(ctx, { ...asked, ...rows }));
    model.net += (side === 'in' ? 1 : -1) * ((n ?? 0) - entry.vials);
    if (n === null && side === 'in') model.inflows -= 1;
  });
};

const report = async (who: Person, model: Model, { more, discarded }: Extract<Step, { op: 'report' }>) => {
  const total = Math.max(0, model.total + more);
  const disposed = Math.max(0, model.disposed + discarded);
  await asVenue(db, who, (tx) =>
    sql`insert into report_versions (venue_id, vaccine_id, prefecture_code, municipality_code, version, doses,
        discarded_vials, registered_at, registered_by)
      values (${who.orgId}, ${vaccine}, '13', '131032', ${model.reports + 1}, ${total}, ${disposed}, ${START}, ${who.userId})`.execute(
      tx,
    ),
  );
  model.reports += 1;
  model.doses.set(6, (model.doses.get(6) ?? 0) + total - model.total);
  model.total = total;
  model.net -= disposed - model.disposed;
  model.disposed = disposed;
};

const run = async (who: Person, model: Model, one: Step): Promise<void> => {
  switch (one.op) {
    case 'receive':
      await receive(db, who, one.lot, one.vials);
      model.net += one.vials;
      model.inflows += 1;
      return;
    case 'transfer':
      return transfer(who, model, one);
    case 'change':
      return change(who, model, one);
    case 'report':
      return report(who, model, one);
    case 'dispose':
      await act(who, (ctx) => recordDisposal(ctx, vaccine, { vials: one.vials, lot: one.lot, day: null, reason: '' }));
      model.net -= one.vials;
      model.disposed += one.vials;
      return;
    case 'count': {
      const before = stockIn(model);
      const expected = model.inflows > 0 ? before : null;
      await act(who, (ctx) => recordCount(ctx, vaccine, { counted: one.counted, lot: '', reason: '棚卸', expected }));
      model.net += one.counted - before;
      model.inflows += one.counted === before ? 0 : 1;
      return;
    }
  }
};

const reset = async (): Promise<void> => {
  await db.raw.session('owner', async (session) => {
    await session.exec(`truncate transfer_pairs, transfers, stock_records, ledger_entries, stock_balances, stock_lot_balances,
      report_counts, report_versions, lot_changes, vaccine_lots`);
  });
};

const check = async (models: readonly Model[]): Promise<void> => {
  await db.transaction({ role: 'all' }, async (tx) => {
    expect(await reconcileStock({ tx })).toEqual([]);
    for (const [i, model] of models.entries()) {
      const stock = await loadStock(tx, (venues[i] as Person).orgId, vaccine);
      expect(stock?.disposed ?? 0).toBe(model.disposed);
      expect(stock?.stock ?? null).toBe(model.inflows > 0 ? stockIn(model) : null);
    }
    // A pair is between two entries that stand, each of the other's venue, and says what they say.
    const odd = await sql`
      select from transfer_pairs p join transfers g on g.id = p.giving_id join transfers r on r.id = p.receiving_id
      where g.removed_at is not null or r.removed_at is not null or g.side <> 'out' or r.side <> 'in'
        or r.partner_id <> g.venue_id or coalesce(g.partner_id, r.venue_id) <> r.venue_id or g.lot <> r.lot
        or abs(g.day - r.day) > 3 or g.vials <> p.giving_vials or r.vials <> p.receiving_vials`.execute(tx);
    expect(odd.rows).toEqual([]);
  });
};

test('random work of several venues at once never creates or loses a vial', async () => {
  const rounds = fc.array(fc.tuple(step, step, step), { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(rounds, async (work) => {
      await reset();
      const models = venues.map(
        (): Model => ({ net: 0, doses: new Map(), disposed: 0, inflows: 0, reports: 0, total: 0 }),
      );
      for (const round of work)
        await Promise.all(round.map((one, i) => run(venues[i] as Person, models[i] as Model, one)));
      await check(models);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 120_000);

test('two who count or throw away at the same moment: the second is told, or adds to what the first did', async () => {
  const [who] = venues as [Person];
  await receive(db, who, 'EY5420', 100);
  const count = (counted: number) =>
    act(who, (ctx) => recordCount(ctx, vaccine, { counted, lot: '', reason: '棚卸', expected: 100 }));
  const dispose = () => act(who, (ctx) => recordDisposal(ctx, vaccine, { vials: 5, lot: '', day: null, reason: '' }));
  const ends = await Promise.allSettled([count(90), count(80)]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ends.find((end) => end.status === 'rejected')?.reason).toBeInstanceOf(Problem);
  await Promise.all([dispose(), dispose()]);
  const stock = await asVenue(db, who, (tx) => loadStock(tx, who.orgId, vaccine));
  expect([80, 70]).toContain(stock?.stock);
  expect(stock?.disposed).toBe(10);
});
