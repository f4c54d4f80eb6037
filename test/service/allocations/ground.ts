import { sql } from 'kysely';
import type { Db } from '../../../src/platform/db/index.ts';
import { type Answer, addPeople, type Person, START, type TestApp } from '../../support/app/index.ts';
import { confirmed } from '../../support/html.ts';

/** 港区 with two 基本型 venues that asked for boxes, one of them without a doctor, and a クール with 100 boxes. */
export const layGround = async (db: Db, { supply = 100 as number | null } = {}) => {
  const people = await addPeople(db, START);
  const { clinic, cycleId, neighbour } = await db.transaction({ role: 'all' }, async (tx) => {
    await sql`insert into municipalities values ('131016', '13', '千代田区', 'ちよだく', 10) on conflict do nothing`.execute(
      tx,
    );
    await sql`insert into prefectures values ('27', '大阪府', 'おおさかふ', 8837685) on conflict do nothing`.execute(
      tx,
    );
    const venue = async (name: string, code: string, municipality: string) => {
      const org = await sql<{ id: number }>`insert into organisations (kind, name, prefecture_code, municipality_code)
        values ('venue', ${name}, '13', ${municipality}) returning id`.execute(tx);
      const id = Number(org.rows[0]?.id);
      await sql`insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code) values (${id}, ${code}, ${name}, '13', ${municipality})`.execute(
        tx,
      );
      await sql`insert into venues (venue_id, prefecture_code, municipality_code) values (${id}, '13', ${municipality})`.execute(
        tx,
      );
      await sql`insert into venue_vaccines (venue_id, vaccine_id, role) select ${id}, id, 'basic' from vaccines`.execute(
        tx,
      );
      return id;
    };
    const clinic = await venue('赤坂医院', '1310300031', '131032');
    const neighbour = await venue('千代田病院', '1310100013', '131016');
    await sql`insert into doctors (venue_id, prefecture_code, municipality_code, name, kana) values (${people.basic.orgId}, '13', '131032', '港　花子', 'みなと　はなこ')`.execute(
      tx,
    );
    await sql`insert into campaigns (name) values ('第1期')`.execute(tx);
    const cycle = await sql<{
      id: number;
    }>`insert into cycles (campaign_id, vaccine_id, number, registration_from, registration_to,
        delivery_from, delivery_to, vaccination_from, vaccination_to, doses_per_vial, state, supply)
      select k.id, v.id, 5, '2021-04-20 09:00+09', '2021-04-24 17:00+09', '2021-05-10', '2021-05-23', '2021-05-17', '2021-06-06', 6, 'planned', ${supply}::integer
      from campaigns k, vaccines v returning id`.execute(tx);
    const cycleId = Number(cycle.rows[0]?.id);
    for (const [venueId, boxes, storage] of [
      [people.basic.orgId, 3, 'freezer'],
      [clinic, 2, 'dry_ice'],
    ] as const)
      await sql`insert into demands (cycle_id, venue_id, prefecture_code, municipality_code, requested, storage, registered_at, registered_by)
        values (${cycleId}, ${venueId}, '13', '131032', ${boxes}, ${storage}, ${START}, ${people.basic.userId})`.execute(
        tx,
      );
    return { clinic, neighbour, cycleId };
  });
  return { people, cycleId, clinic, neighbour, hospital: people.basic.orgId };
};

/** The wholesaler of 東京都 for every vaccine. */
export const nameWholesaler = (db: Db, wholesaler: Person, municipality: string | null = null) =>
  db.transaction({ role: 'all' }, (tx) =>
    sql`insert into wholesaler_areas (wholesaler_id, vaccine_id, prefecture_code, municipality_code, from_day)
      select ${wholesaler.orgId}, id, '13', ${municipality}, '2021-01-01' from vaccines`.execute(tx),
  );

export const rowsOf = async <T>(db: Db, query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);

const versionIn = (html: string, form: string): string => {
  const [, inside = ''] = html.split(`id="form-${form}"`);
  return /name="_version" value="(\d+)"/.exec(inside)?.[1] ?? '';
};

type Level = 'national' | 'prefectural' | 'municipal';
type Cells = Record<string, string>;

/** Works a sheet as its page does: takes the version from it, sends the cells, answers the question with OK. */
export const sheetOf = (app: TestApp, who: Person, level: Level, cycleId: number) => {
  const path = `/allocations/${level}/${cycleId}`;
  const version = async (form = `allocation-${level}`) => versionIn((await app.open(who, path)).html, form);
  const fields = (cells: Cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, value]) => [`lines.${name}`, value]));
  const save = async (cells: Cells): Promise<Answer> =>
    app.send(who, path, { _version: await version(), ...fields(cells) });
  const ask = async (cells: Cells): Promise<Answer> =>
    app.send(who, `${path}/fix`, { _version: await version(), ...fields(cells) });
  const fix = async (cells: Cells): Promise<Answer> => {
    const sent = { _version: await version(), ...fields(cells) };
    const asked = await app.send(who, `${path}/fix`, sent);
    const digests = confirmed(asked.html);
    return digests.length > 0 ? app.send(who, `${path}/fix`, { ...sent, _confirmed: digests }) : asked;
  };
  const correct = async (reason: string): Promise<Answer> =>
    app.send(who, `${path}/correct`, { _version: await version('allocation-correction'), reason });
  const page = async (): Promise<string> => (await app.open(who, path)).html;
  return { path, version, save, ask, fix, correct, page, fields };
};
