import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { hashPassword } from '../../../src/features/accounts/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';

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
    const person = async (
      kind: string,
      name: string,
      area: 'none' | 'prefecture' | 'municipality',
    ): Promise<Person> => {
      const prefecture = area === 'none' ? null : '13';
      const municipality = area === 'municipality' ? '131032' : null;
      const org = await sql<{ id: number }>`insert into organisations (kind, name, prefecture_code, municipality_code)
        values (${kind}, ${name}, ${prefecture}, ${municipality}) returning id`.execute(tx);
      const orgId = Number(org.rows[0]?.id);
      const user = await sql<{
        id: number;
      }>`insert into users (org_id, user_name, family_name, given_name, email, password_hash, password_changed_at, consent_at, first_login_at, phone_page_done_at)
        values (${orgId}, ${`${kind}${orgId}@v.sys`}, '港', '太郎', ${`${kind}${orgId}@example.jp`}, ${hash}, ${now}, ${now}, ${now}, ${now}) returning id`.execute(
        tx,
      );
      const userId = Number(user.rows[0]?.id);
      const sid = randomBytes(32).toString('base64url');
      await sql`insert into sessions (id_hash, user_id, stage, created_at, last_seen_at)
        values (${createHash('sha256').update(sid).digest()}, ${userId}, 'full', ${now}, ${now})`.execute(tx);
      return { userId, orgId, sid };
    };
    const people = {
      ministry: await person('ministry', '厚生労働省', 'none'),
      prefecture: await person('prefecture', '東京都', 'prefecture'),
      municipality: await person('municipality', '港区', 'municipality'),
      manufacturer: await person('manufacturer', 'ファイザー株式会社', 'none'),
      wholesaler: await person('wholesaler', '東京都の卸業者', 'none'),
      basic: await person('venue', '芝公園病院', 'municipality'),
      satellite: await person('venue', '三田クリニック', 'municipality'),
      vendor: await person('vendor', '予約受付業者', 'none'),
      desk: await person('desk', 'サービスデスク', 'none'),
    };
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
