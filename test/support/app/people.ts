import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { hashPassword } from '../../../src/features/accounts/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';

export type Person = { readonly userId: number; readonly orgId: number; readonly sid: string };

const PASSWORD = 'Demo-2021';
const hashed = hashPassword(PASSWORD);

/** 東京都 港区, one organisation of every kind, and one signed-in user in each. */
export const addPeople = (db: Db, now: Date): Promise<Record<Column, Person>> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const hash = await hashed;
    await sql`insert into prefectures values ('13', '東京都', 'とうきょうと', 14047594) on conflict do nothing`.execute(
      tx,
    );
    await sql`insert into municipalities values ('131032', '13', '港区', 'みなとく', 10) on conflict do nothing`.execute(
      tx,
    );
    const people = await addAll(tx, hash, now, {
      ministry: ['ministry', '厚生労働省', 'none'],
      prefecture: ['prefecture', '東京都', 'prefecture'],
      municipality: ['municipality', '港区', 'municipality'],
      manufacturer: ['manufacturer', 'ファイザー株式会社', 'none'],
      wholesaler: ['wholesaler', '東京都の卸業者', 'none'],
      basic: ['venue', '芝公園病院', 'municipality'],
      satellite: ['venue', '三田クリニック', 'municipality'],
      vendor: ['vendor', '予約受付業者', 'none'],
      desk: ['desk', 'サービスデスク', 'none'],
    });
    await sql`insert into vaccines (code, name, short_name, maker_id, storage, unit_name, vials_per_unit, dilution, asks_storage, route, announced_from, usable_from)
      values ('comirnaty', 'コミナティ', 'ファイザー', ${people.manufacturer.orgId}, '-75', '箱', 195, true, true, 'maker', '2021-02-14', '2021-02-14')`.execute(
      tx,
    );
    await sql`insert into vaccine_doses_per_vial select id, '2021-04-12', 6 from vaccines`.execute(tx);
    for (const [venue, code, role] of [
      [people.basic, '1310300015', 'basic'],
      [people.satellite, '1310300023', 'satellite'],
    ] as const) {
      await sql`insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code)
        select id, ${code}, name, '13', '131032' from organisations where id = ${venue.orgId}`.execute(tx);
      await sql`insert into venues (venue_id, prefecture_code, municipality_code, freezers_75) values (${venue.orgId}, '13', '131032', 1)`.execute(
        tx,
      );
      await sql`insert into venue_vaccines (venue_id, vaccine_id, role) select ${venue.orgId}, id, ${role} from vaccines`.execute(
        tx,
      );
    }
    return people;
  });

type New = readonly [kind: string, name: string, area: 'none' | 'prefecture' | 'municipality'];

/** Organisations with a user and a session each, in three statements: hundreds of tests begin with them. */
const addAll = async <K extends string>(
  tx: Tx,
  hash: string,
  now: Date,
  wanted: Readonly<Record<K, New>>,
): Promise<Record<K, Person>> => {
  const keys = Object.keys(wanted) as K[];
  const orgs = keys.map((key) => {
    const [kind, name, area] = wanted[key];
    return { kind, name, p: area === 'none' ? null : '13', m: area === 'municipality' ? '131032' : null };
  });
  const { rows: made } = await sql<{ id: number; kind: string }>`
    insert into organisations (kind, name, prefecture_code, municipality_code)
    select kind, name, p, m from rows from (jsonb_to_recordset(${JSON.stringify(orgs)}::jsonb)
      as (kind text, name text, p text, m text)) with ordinality order by ordinality
    returning id, kind`.execute(tx);
  const logins = made.map(({ id, kind }) => `${kind}${id}`);
  const { rows: users } = await sql<{ id: number }>`
    insert into users (org_id, user_name, family_name, given_name, email, password_hash, password_changed_at, consent_at, first_login_at, phone_page_done_at)
    select id, login || '@v.sys', '港', '太郎', login || '@example.jp', ${hash}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${made.map(({ id }) => Number(id))}::bigint[], ${logins}::text[]) with ordinality as n(id, login, at) order by at
    returning id`.execute(tx);
  const sids = keys.map(() => randomBytes(32).toString('base64url'));
  await sql`insert into sessions (id_hash, user_id, stage, created_at, last_seen_at)
    select decode(hash, 'hex'), id, 'full', ${now}::timestamptz, ${now}::timestamptz
    from unnest(${users.map(({ id }) => Number(id))}::bigint[], ${sids.map((sid) => createHash('sha256').update(sid).digest('hex'))}::text[]) as n(id, hash)`.execute(
    tx,
  );
  return Object.fromEntries(
    keys.map((key, at) => [key, { orgId: Number(made[at]?.id), userId: Number(users[at]?.id), sid: sids[at] ?? '' }]),
  ) as Record<K, Person>;
};
