import { type Generated, sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** As the table's check has them. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'suspended';

export interface MailsTable {
  id: Generated<number>;
  dedupe_key: string;
  to_address: string;
  from_name: string;
  subject: string;
  body: string | null;
  secret: boolean;
  user_id: number | null;
  org_id: number | null;
  state: Generated<MailState>;
  tries: Generated<number>;
  last_error: string | null;
  claimed_until: Date | null;
  created_at: Date;
  sent_at: Date | null;
  /** Its text is gone: it held a code, and went out. */
  erased: Generated<boolean>;
}

declare module '../db/tables.ts' {
  interface Tables {
    mails: MailsTable;
  }
}

/** A mail as the mailbox shows it. */
export interface ListedMail {
  id: number;
  to: string;
  from: string;
  subject: string;
  text: string;
  sentAt: Date;
}

/** A mail that the worker has taken for sending. */
export interface ClaimedMail {
  id: number;
  to: string;
  fromName: string;
  subject: string;
  text: string;
}

type NewMail = Pick<MailsTable, 'dedupe_key' | 'to_address' | 'from_name' | 'subject' | 'secret' | 'created_at'> & {
  body: string;
  user_id: number | null;
  org_id: number | null;
};

/** Writes waiting mails and gives their ids; one whose event has been told already is left out. */
export async function insertMails(tx: Tx, mails: readonly NewMail[]): Promise<number[]> {
  if (mails.length === 0) return [];
  const rows = await tx
    .insertInto('mails')
    .values(mails)
    .onConflict((on) => on.column('dedupe_key').doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Of these mails those that hold a code or a link that opens something. */
export async function secretsAmong(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.selectFrom('mails').select('id').where('id', 'in', ids).where('secret', '=', true).execute();
  return rows.map(({ id }) => id);
}

/** Every mail that waits, oldest first. */
export async function listWaitingIds(tx: Tx): Promise<number[]> {
  const rows = await tx.selectFrom('mails').select('id').where('state', '=', 'waiting').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Takes those of some mails that wait for sending, for a while; `busy` are those that somebody else has. */
export async function claimMails(
  tx: Tx,
  ids: readonly number[],
  seconds: number,
): Promise<{ claimed: ClaimedMail[]; busy: ReadonlySet<number> }> {
  if (ids.length === 0) return { claimed: [], busy: new Set() };
  const rows = await tx
    .selectFrom('mails')
    .select(['id', 'to_address as to', 'from_name as fromName', 'subject', 'body'])
    .select(sql<boolean>`coalesce(claimed_until > clock_timestamp(), false)`.as('busy'))
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .forUpdate()
    .execute();
  const claimed = rows.flatMap(({ busy, body, ...mail }) => (busy || body === null ? [] : [{ ...mail, text: body }]));
  if (claimed.length > 0)
    await tx
      .updateTable('mails')
      .set({ tries: sql`tries + 1`, claimed_until: sql`clock_timestamp() + ${seconds} * interval '1 second'` })
      .where(
        'id',
        'in',
        claimed.map(({ id }) => id),
      )
      .execute();
  return { claimed, busy: new Set(rows.filter(({ busy }) => busy).map(({ id }) => id)) };
}

/** Notes that mails went out; with `erase` the texts of those that held a code go away. */
export async function markSent(tx: Tx, ids: readonly number[], at: Date, erase: boolean): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('mails')
    .set({
      state: 'sent',
      sent_at: at,
      claimed_until: null,
      last_error: null,
      ...(erase && { body: sql`case when secret then null else body end` }),
    })
    .where('id', 'in', ids)
    .execute();
}

/** Notes why a mail did not go out, and whether that was for good. */
export async function markFailed(tx: Tx, id: number, error: string, forGood: boolean): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ state: forGood ? 'failed' : 'waiting', last_error: error, claimed_until: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** A mail that went out came back; false when it was not out, or not to this address. */
export async function markBounced(tx: Tx, id: number, to: string, error: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set({ state: 'failed', sent_at: null, last_error: error })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .where(sql<boolean>`lower(to_address) = lower(${to})`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Moves a mail from one of some states to another; false when it was in none of them, or has no text any more. */
export async function moveMail(tx: Tx, id: number, from: readonly MailState[], to: MailState): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', 'in', from)
    .where('erased', '=', false)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The mails that went out, newest first. Texts are for jobs and the demo's mailbox: it needs role `all`. */
export async function listMails(
  tx: Tx,
  { to, limit = 200 }: { to?: string; limit?: number } = {},
): Promise<ListedMail[]> {
  let query = tx
    .selectFrom('mails')
    .select(['id', 'to_address', 'from_name', 'subject', 'body', 'sent_at'])
    .where('state', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(limit);
  if (to !== undefined) query = query.where('to_address', '=', to);
  const rows = await query.execute();
  return rows.map(({ id, to_address, from_name, subject, body, sent_at }) => ({
    id,
    to: to_address,
    from: from_name,
    subject,
    text: body ?? '',
    sentAt: sent_at ?? new Date(0),
  }));
}
