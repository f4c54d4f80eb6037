import { type Generated, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { News, Notice } from './notices.ts';

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

/** News of an organisation, newest first, with the read mark of one user. */
export const loadNotices = async (
  tx: Tx,
  orgId: number,
  userId: number,
  limit: number,
  beforeId?: number,
): Promise<Notice[]> => {
  const rows = await tx
    .selectFrom('notices')
    .leftJoin('notice_reads', (join) =>
      join.onRef('notice_reads.notice_id', '=', 'notices.id').on('notice_reads.user_id', '=', userId),
    )
    .select(['notices.id', 'notices.title', 'notices.body', 'notices.link', 'notices.at', 'notice_reads.read_at'])
    .where('notices.org_id', '=', orgId)
    .$if(beforeId !== undefined, (query) => query.where('notices.id', '<', beforeId as number))
    .orderBy('notices.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ read_at, ...notice }) => ({ ...notice, read: read_at !== null }));
};

export const loadNotice = async (tx: Tx, orgId: number, noticeId: number): Promise<Notice | null> => {
  const row = await tx
    .selectFrom('notices')
    .select(['id', 'title', 'body', 'link', 'at'])
    .where('org_id', '=', orgId)
    .where('id', '=', noticeId)
    .executeTakeFirst();
  return row ? { ...row, read: true } : null;
};

export const markRead = async (tx: Tx, noticeId: number, userId: number, at: Date): Promise<void> => {
  await tx
    .insertInto('notice_reads')
    .values({ notice_id: noticeId, user_id: userId, read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
