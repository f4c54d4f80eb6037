import { sql } from 'kysely';
import { likeAnywhere } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { DeskMail, MailFilter } from './desk-mails.ts';

type Search = {
  readonly q: string;
  readonly filter: MailFilter;
  readonly beforeId: number | null;
  readonly limit: number;
};

/** Mails, the newest first; `open` are those that are not out. */
export const listDeskMails = async (tx: Tx, { q, filter, beforeId, limit }: Search): Promise<DeskMail[]> =>
  tx
    .selectFrom('mails as m')
    .leftJoin('users as u', 'u.id', 'm.user_id')
    .leftJoin('organisations as o', (join) => join.on(sql<boolean>`o.id = coalesce(u.org_id, m.org_id)`))
    .select(['m.id', 'm.to_address as to', 'm.subject', 'm.state', 'm.tries', 'm.last_error as error'])
    .select(['m.created_at as createdAt', 'm.sent_at as sentAt', 'm.user_id as userId', 'm.secret', 'm.erased'])
    .select('o.name as orgName')
    .$if(filter === 'open', (query) => query.where('m.state', '<>', 'sent'))
    .$if(filter !== 'open', (query) => query.where('m.state', '=', filter === 'open' ? 'waiting' : filter))
    .$if(q !== '', (query) => query.where('m.to_address', 'ilike', likeAnywhere(q)))
    .$if(beforeId !== null, (query) => query.where('m.id', '<', beforeId ?? 0))
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute();

/** How many mails are not out, by state. */
export const countOpenMails = async (
  tx: Tx,
): Promise<{ readonly waiting: number; readonly failed: number; readonly suspended: number }> =>
  tx
    .selectFrom('mails')
    .select(sql<number>`(count(*) filter (where state = 'waiting'))::int`.as('waiting'))
    .select(sql<number>`(count(*) filter (where state = 'failed'))::int`.as('failed'))
    .select(sql<number>`(count(*) filter (where state = 'suspended'))::int`.as('suspended'))
    .where('state', '<>', 'sent')
    .executeTakeFirstOrThrow();

/** A user whose mail comes back, and the first mail that did since one arrived. */
export type Undeliverable = {
  readonly userId: number;
  readonly orgId: number;
  readonly familyName: string;
  readonly givenName: string;
  readonly userName: string;
  readonly email: string;
  readonly firstFailedId: number;
};

/** Users in use whose present address gets no mail. */
export const listUndeliverable = async (tx: Tx): Promise<Undeliverable[]> => {
  const { rows } = await sql<Undeliverable>`
    select u.id as "userId", u.org_id as "orgId", u.family_name as "familyName", u.given_name as "givenName",
      u.user_name as "userName", u.email, min(m.id) as "firstFailedId"
    from mails m join users u on u.id = m.user_id and u.email = m.to_address
    where m.state = 'failed' and u.disabled_at is null
      and not exists (select from mails s where s.user_id = u.id and s.to_address = u.email and s.state = 'sent' and s.id > m.id)
    group by u.id order by u.id`.execute(tx);
  return rows;
};
