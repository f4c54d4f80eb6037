import { sql } from 'kysely';
import { hashPassword } from '../../../src/features/accounts/index.ts';
import type { OrgKind } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { START } from './door.tsx';
import { asSystem } from './person.ts';

export const PASSWORD = 'Demo-2021';
export const ANSWER = 'さくら';
const hashed = hashPassword(PASSWORD);
/** Answers are kept like passwords, folded. */
const answered = hashPassword(ANSWER);

/** An organisation of 港区; gives its id. */
export const addOrganisation = (db: Db, kind: OrgKind, name = '芝公園病院'): Promise<number> =>
  asSystem(db, async (tx) => {
    await sql`insert into prefectures values ('13', '東京都', 'トウキョウト', 14000000) on conflict do nothing`.execute(
      tx,
    );
    await sql`insert into municipalities values ('131032', '13', '港区', 'ミナトク', 1) on conflict do nothing`.execute(
      tx,
    );
    const { rows } = await sql<{ id: number }>`
      insert into organisations (kind, name, prefecture_code, municipality_code)
      values (${kind}, ${name}, '13', '131032') returning id`.execute(tx);
    return Number(rows[0]?.id);
  });

/** A user who has logged in before; gives the id. */
export const addUser = async (db: Db, orgId: number, name: string): Promise<number> => {
  const [hash, answer] = [await hashed, await answered];
  return asSystem(db, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into users (org_id, user_name, family_name, given_name, email, password_hash, password_changed_at, consent_at, first_login_at,
        phone_page_done_at, security_question, security_answer_hash)
      values (${orgId}, ${`${name}@v.sys`}, '港', '太郎', ${`${name}@example.jp`}, ${hash}, ${START}, ${START}, ${START}, ${START},
        'flower', ${answer})
      returning id`.execute(tx);
    return Number(rows[0]?.id);
  });
};
