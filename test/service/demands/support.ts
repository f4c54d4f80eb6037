import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Db } from '../../../src/platform/db/index.ts';

export const at = (text: string): Date => new Date(`${text}:00+09:00`);

/** クール 5 of the first vaccine, open for registration from 4/26 to 4/30; gives its id. */
export const addCycle = (
  db: Db,
  more: { number?: number; from?: string; to?: string; vaccineId?: number } = {},
): Promise<number> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const { number = 5, from = '2021-04-26T09:00', to = '2021-04-30T17:00' } = more;
    await sql`insert into campaigns (name) values ('第1期') on conflict do nothing`.execute(tx);
    const { rows } = await sql<{ id: number }>`
      insert into cycles (campaign_id, vaccine_id, number, registration_from, registration_to, delivery_from, delivery_to,
        vaccination_from, vaccination_to, doses_per_vial, state)
      select k.id, coalesce(${more.vaccineId ?? null}::bigint, (select min(id) from vaccines)), ${number}, ${at(from)}, ${at(to)},
        '2021-05-10', '2021-05-23', '2021-05-17', '2021-06-06', 6, 'planned'
      from campaigns k limit 1 returning id`.execute(tx);
    return Number(rows[0]?.id);
  });

export const rowsOf = <R>(db: Db, query: string): Promise<R[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<R>(query).execute(tx)).rows);

/** The digest behind 「OK」 of the dialog that a page shows. */
export const digestIn = (html: string): string => {
  const found =
    /name="_confirmed" value="([^"]+)" form=/.exec(html) ??
    /<button[^>]*name="_confirmed"[^>]*value="([^"]+)"/.exec(html);
  expect(found, 'the page asks a question').not.toBeNull();
  return found?.[1] ?? '';
};
