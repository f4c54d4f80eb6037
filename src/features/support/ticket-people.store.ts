import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { NamedAccount } from './named-account.ts';

/** What is known of the asker and the institution, to fill the form in. */
export type Asker = {
  readonly email: string;
  readonly phone: string;
  readonly institutionCode: string;
  readonly institutionName: string;
  readonly usersNow: number;
};

export const loadAsker = async (tx: Tx, userId: number): Promise<Asker> =>
  tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .leftJoin('venue_directory as d', 'd.venue_id', 'u.org_id')
    .select(['u.email', 'u.phone', 'o.name as institutionName'])
    .select(sql<string>`coalesce(d.code, '')`.as('institutionCode'))
    .select(
      sql<number>`(select count(*)::int from users c where c.org_id = u.org_id and c.disabled_at is null)`.as(
        'usersNow',
      ),
    )
    .where('u.id', '=', userId)
    .executeTakeFirstOrThrow();

/** The venue with this 10-digit code; null when there is none. */
export const findVenueByCode = async (tx: Tx, code: string): Promise<number | null> => {
  const row = await tx.selectFrom('venue_directory').select('venue_id').where('code', '=', code).executeTakeFirst();
  return row?.venue_id ?? null;
};

/** The account that a request names. */
export const findAccount = async (tx: Tx, userName: string): Promise<NamedAccount | null> =>
  (await tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .leftJoin('venue_directory as d', 'd.venue_id', 'u.org_id')
    .select(['u.id', 'u.org_id as orgId', 'o.name as orgName', 'd.code as orgCode'])
    .select(['u.first_login_at as firstLoginAt', 'u.disabled_at as disabledAt'])
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('name'))
    .where('u.user_name', '=', userName)
    .executeTakeFirst()) ?? null;

export type Person = { readonly id: number; readonly name: string };

/** Who may be put in charge: the people of the desk. */
export const listDeskPeople = (tx: Tx): Promise<Person[]> =>
  tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .select('u.id')
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('name'))
    .where('o.kind', '=', 'desk')
    .where('u.disabled_at', 'is', null)
    .orderBy('u.id')
    .execute();
