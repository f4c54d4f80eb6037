import { type Generated, sql } from 'kysely';
import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { areasReaching } from './announcements.ts';
import type { News, Notice, Place, ToldNotice } from './notices.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    notices: {
      id: Generated<number>;
      org_id: number;
      kind: string;
      title: string;
      body: string;
      link: string | null;
      at: Date;
      dedupe_key: string;
    };
    notice_reads: { notice_id: number; user_id: number; read_at: Date };
  }
}

/** Keeps pieces of news: the ids by key of those that were not told before. */
export const insertNotices = async (tx: Tx, news: readonly News[], at: Date): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .insertInto('notices')
    .values(
      news.map(({ orgId, kind, title, lines, link, key }) => ({
        org_id: orgId,
        kind,
        title,
        body: lines.join('\n'),
        link,
        at,
        dedupe_key: key,
      })),
    )
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning(['id', 'dedupe_key'])
    .execute();
  return new Map(rows.map(({ id, dedupe_key }) => [dedupe_key, id]));
};

export type Recipient = {
  readonly orgId: number;
  readonly userId: number;
  readonly email: string;
  readonly orgName: string;
};

/** The users of organisations who get their mail: not removed, and in the house at least once. */
export const loadRecipients = async (tx: Tx, orgIds: readonly number[]): Promise<Recipient[]> => {
  const rows = await tx
    .selectFrom('users')
    .innerJoin('organisations', 'organisations.id', 'users.org_id')
    .select(['users.id', 'users.org_id', 'users.email', 'organisations.name'])
    .where('users.org_id', '=', sql<number>`any(${orgIds}::bigint[])`)
    .where('users.disabled_at', 'is', null)
    .where('users.password_hash', 'is not', null)
    .execute();
  return rows.map((row) => ({ orgId: row.org_id, userId: row.id, email: row.email, orgName: row.name }));
};

/** What an organisation was told and what reaches it, newest first after a place, with the read marks of one user. */
export const loadNotices = async (
  tx: Tx,
  { org, columns, userId }: Pick<Actor, 'org' | 'columns' | 'userId'>,
  now: Date,
  limit: number,
  after: Place | null = null,
): Promise<Notice[]> => {
  const older = after ? sql`where (at, source, id) < (${after.at}, ${after.source}, ${after.id})` : sql``;
  const { rows } = await sql<Notice>`
    with told as (
      select n.at, 'told' as source, n.id, n.title, false as important, null as "from", r.read_at is not null as read
      from notices n left join notice_reads r on r.notice_id = n.id and r.user_id = ${userId}
      where n.org_id = ${org.id}
    ), written as (
      select greatest(a.shown_from, a.published_at) as at, 'written' as source, a.id, a.title,
        a.importance = 'important' as important, o.name as "from", coalesce(r.version = a.version, false) as read
      from announcements a join organisations o on o.id = a.org_id
      left join announcement_reads r on r.announcement_id = a.id and r.user_id = ${userId}
      where a.state = 'published' and a.shown_from <= ${now} and (a.shown_to is null or a.shown_to > ${now})
        and a.roles && ${columns}::text[] and a.area = any(${areasReaching(org)}::text[])
    ), newest as (
      (select * from told ${older} order by at desc, id desc limit ${limit})
      union all
      (select * from written ${older} order by at desc, id desc limit ${limit})
    )
    select * from newest order by at desc, source desc, id desc limit ${limit}`.execute(tx);
  return rows;
};

export const loadNotice = async (tx: Tx, orgId: number, noticeId: number): Promise<ToldNotice | null> =>
  (await tx
    .selectFrom('notices')
    .select(['id', 'title', 'body', 'link', 'at'])
    .where('org_id', '=', orgId)
    .where('id', '=', noticeId)
    .executeTakeFirst()) ?? null;

export const markRead = async (tx: Tx, noticeId: number, userId: number, at: Date): Promise<void> => {
  await tx
    .insertInto('notice_reads')
    .values({ notice_id: noticeId, user_id: userId, read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
