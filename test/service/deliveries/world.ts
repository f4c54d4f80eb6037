import { createHash, randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed } from '../../support/html.ts';

type Ids = {
  readonly cycle: number;
  readonly vaccine: number;
  readonly needle: number;
  readonly syringe: number;
  readonly diluent: number;
  /** The vaccine of a venue in another prefecture, of the same maker and another wholesaler. */
  readonly far: number;
};
export type World = {
  readonly db: Db;
  readonly app: TestApp;
  readonly people: Record<Column, Person>;
  readonly stranger: { readonly wholesaler: Person; readonly maker: Person; readonly venue: Person };
  readonly ids: Ids;
  readonly rows: <T>(query: RawBuilder<T>) => Promise<T[]>;
};

const user = async (db: Db, orgId: number): Promise<Person> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const { rows } = await sql<{ id: number }>`insert into users (org_id, user_name, family_name, given_name, email,
      password_hash, password_changed_at, consent_at, first_login_at, phone_page_done_at)
      values (${orgId}, ${`other${orgId}@v.sys`}, '別', '人', ${`other${orgId}@example.jp`}, 'x', ${START}, ${START}, ${START}, ${START})
      returning id`.execute(tx);
    const sid = randomBytes(32).toString('base64url');
    const userId = Number(rows[0]?.id);
    await sql`insert into sessions (id_hash, user_id, stage, created_at, last_seen_at)
      values (${createHash('sha256').update(sid).digest()}, ${userId}, 'full', ${START}, ${START})`.execute(tx);
    return { userId, orgId, sid };
  });

const organisation = async (db: Db, kind: string, name: string, area = false): Promise<Person> => {
  const { rows } = await db.transaction({ role: 'all' }, async (tx) => {
    if (area) {
      await sql`insert into prefectures values ('14', '神奈川県', 'かながわけん', 9237337) on conflict do nothing`.execute(
        tx,
      );
      await sql`insert into municipalities values ('141003', '14', '横浜市', 'よこはまし', 10) on conflict do nothing`.execute(
        tx,
      );
    }
    return sql<{ id: number }>`insert into organisations (kind, name, prefecture_code, municipality_code)
      values (${kind}, ${name}, ${area ? '14' : null}, ${area ? '141003' : null}) returning id`.execute(tx);
  });
  return user(db, Number(rows[0]?.id));
};

/** クール 4 (標準配送期間 5/10〜5/23): 芝公園病院 gets 1 box on dry ice with its needles and syringes, a venue in 横浜 one too. */
export const makeWorld = async (): Promise<World> => {
  const { db } = await testDb();
  const people = await addPeople(db, START);
  const stranger = {
    wholesaler: await organisation(db, 'wholesaler', '別の卸業者'),
    maker: await organisation(db, 'manufacturer', '別の製薬会社'),
    venue: await organisation(db, 'venue', '横浜の病院', true),
  };
  const ids = await db.transaction({ role: 'all' }, async (tx) => {
    const one = async (query: RawBuilder<{ id: number }>): Promise<number> =>
      Number((await query.execute(tx)).rows[0]?.id);
    const vaccineId = await one(sql`select id from vaccines`);
    await sql`insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code)
      values (${stranger.venue.orgId}, '1410000010', '=横浜の病院', '14', '141003')`.execute(tx);
    await sql`insert into venues (venue_id, prefecture_code, municipality_code) values (${stranger.venue.orgId}, '14', '141003')`.execute(
      tx,
    );
    await sql`insert into venue_vaccines (venue_id, vaccine_id, role) values (${stranger.venue.orgId}, ${vaccineId}, 'basic')`.execute(
      tx,
    );
    const campaign = await one(sql`insert into campaigns (name) values ('初回接種') returning id`);
    const cycle = await one(sql`insert into cycles (campaign_id, vaccine_id, number, registration_from, registration_to,
      delivery_from, delivery_to, vaccination_from, vaccination_to, doses_per_vial, state)
      values (${campaign}, ${vaccineId}, 4, '2021-04-12T09:00:00+09:00', '2021-04-16T17:00:00+09:00',
        '2021-05-10', '2021-05-23', '2021-05-17', '2021-06-06', 6, 'planned') returning id`);
    const sheet = async (prefecture: string, municipality: string) =>
      one(sql`insert into allocation_sheets (cycle_id, level, prefecture_code, municipality_code, state, saved_at, fixed_at)
        values (${cycle}, 'municipal', ${prefecture}, ${municipality}, 'fixed', ${START}, ${START}) returning id`);
    const [minato, yokohama] = [await sheet('13', '131032'), await sheet('14', '141003')];
    const row = async (item: string, units: number, pieces: number, at: 'minato' | 'yokohama' = 'minato') => {
      const vaccine = item === 'vaccine';
      const near = at === 'minato';
      return one(sql`insert into distributions (cycle_id, sheet_id, venue_id, prefecture_code, municipality_code, item,
          units, pieces, doses, doses_per_vial, storage, maker_id, wholesaler_id, fixed_at)
        values (${cycle}, ${near ? minato : yokohama}, ${near ? people.basic.orgId : stranger.venue.orgId},
          ${near ? '13' : '14'}, ${near ? '131032' : '141003'}, ${item}, ${units}, ${pieces},
          ${vaccine ? pieces * 6 : null}, 6, ${vaccine ? 'dry_ice' : null},
          ${vaccine ? people.manufacturer.orgId : null},
          ${near ? people.wholesaler.orgId : stranger.wholesaler.orgId}, ${START}) returning id`);
    };
    return {
      cycle,
      vaccine: await row('vaccine', 1, 195),
      needle: await row('needle', 14, 1400),
      syringe: await row('syringe', 12, 1200),
      diluent: await row('diluent_syringe', 2, 200),
      far: await row('vaccine', 1, 195, 'yokohama'),
    };
  });
  return {
    db,
    app: await testApp(db),
    people,
    stranger,
    ids,
    rows: async (query) => db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows),
  };
};

export const readRow = async ({ rows }: World, id: number): Promise<Record<string, unknown>> =>
  (await rows(sql<Record<string, unknown>>`select * from distributions where id = ${id}`))[0] ?? {};

/** Notices of an organisation, oldest first. */
export const news = async ({ rows }: World, orgId: number): Promise<{ kind: string; title: string; body: string }[]> =>
  rows(
    sql<{
      kind: string;
      title: string;
      body: string;
    }>`select kind, title, body from notices where org_id = ${orgId} order by id`,
  );

/** Sends a form and answers every question with 「OK」. */
export const sendAnswering = async (app: TestApp, who: Person, url: string, fields: Record<string, string>) => {
  const first = await app.send(who, url, fields);
  return first.status === 200 ? app.send(who, url, { ...fields, _confirmed: confirmed(first.html) }) : first;
};

type Cell = { readonly day?: string; readonly was?: string; readonly version?: number; readonly pick?: boolean };

/** The wholesaler's table as a browser sends it. */
export const dayRows = (cells: Readonly<Record<number, Cell>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([id, { day = '', was = '', version = 1, pick = false }]) => [
      [`rows.${id}.day`, day],
      [`rows.${id}.was`, was],
      [`rows.${id}.version`, String(version)],
      ...(pick ? [[`rows.${id}.pick`, '1']] : []),
    ]),
  );

/** The maker's form of one row. */
export const shipment = (
  days: { ship?: string; next?: string; after?: string },
  lots: readonly (readonly [lot: string, expiry: string, vials: string])[] = [],
  version = 1,
): Record<string, string> => ({
  shipDay: days.ship ?? '',
  nextExchangeDay: days.next ?? '',
  afterNextExchangeDay: days.after ?? '',
  ...Object.fromEntries(
    lots.flatMap(([lot, expiry, vials], at) => [
      [`lots.${at + 1}.lot`, lot],
      [`lots.${at + 1}.expiry`, expiry],
      [`lots.${at + 1}.vials`, vials],
    ]),
  ),
  _version: String(version),
});

/** Brings the vaccine row to 納入済 with two lots of 100 and 95 vials; gives their ids. */
export const deliver = async (world: World): Promise<{ a: number; b: number; version: number }> => {
  const { app, people, ids } = world;
  const lots = [
    ['EY5420', '2021/09/30', '100'],
    ['ET3674', '2021/08/31', '95'],
  ] as const;
  await app.send(people.manufacturer, `/shipments/${ids.vaccine}`, shipment({ ship: '2021/05/09' }, lots));
  await sendAnswering(app, people.wholesaler, `/deliveries/${ids.vaccine}`, { day: '', op: 'deliver', _version: '2' });
  const found = await world.rows(
    sql<{ id: number }>`select id from delivery_lots where distribution_id = ${ids.vaccine} order by id`,
  );
  return { a: Number(found[0]?.id), b: Number(found[1]?.id), version: 3 };
};
