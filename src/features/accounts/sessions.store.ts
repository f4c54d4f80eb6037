import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { hashSecret, isSecret } from './secrets.ts';
import { type SessionTimes, type Stage, sessionLimits } from './sessions.ts';

export type NewSession = {
  readonly sid: string;
  readonly userId: number;
  readonly stage: Stage;
  readonly at: Date;
  readonly returnTo: string | null;
  readonly device: string;
  readonly address: string;
  readonly mailChangeId: number | null;
};

export const insertSession = async (tx: Tx, session: NewSession): Promise<void> => {
  await tx
    .insertInto('sessions')
    .values({
      id_hash: hashSecret(session.sid),
      user_id: session.userId,
      stage: session.stage,
      created_at: session.at,
      last_seen_at: session.at,
      return_to: session.returnTo,
      device: session.device,
      address: session.address,
      mail_change_id: session.mailChangeId,
    })
    .execute();
};

export type HeldSession = {
  readonly userId: number;
  readonly stage: Stage;
  readonly returnTo: string | null;
  readonly mailChangeId: number | null;
};

const alive = (tx: Tx, sid: string, stages: readonly Stage[], now: Date) => {
  const { idleSince, startedSince } = sessionLimits(now);
  return tx
    .selectFrom('sessions')
    .select(['user_id as userId', 'stage', 'return_to as returnTo', 'mail_change_id as mailChangeId'])
    .where('id_hash', '=', hashSecret(sid))
    .where('stage', 'in', stages)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', idleSince)
    .where('created_at', '>', startedSince);
};

/** A session that is alive and at one of these stages; null when there is none. */
export const findSession = async (
  tx: Tx,
  sid: string | undefined,
  stages: readonly Stage[],
  now: Date,
): Promise<HeldSession | null> =>
  sid && isSecret(sid) ? ((await alive(tx, sid, stages, now).executeTakeFirst()) ?? null) : null;

/** The same, held until the end of the transaction. */
export const holdSession = async (
  tx: Tx,
  sid: string | undefined,
  stage: Stage | readonly Stage[],
  now: Date,
): Promise<HeldSession | null> =>
  sid && isSecret(sid) ? ((await alive(tx, sid, [stage].flat(), now).forUpdate().executeTakeFirst()) ?? null) : null;

/** Ends the session of this cookie, whatever its stage; nothing happens when there is none. */
export const endSession = async (tx: Tx, sid: string | undefined, at: Date): Promise<void> => {
  if (!sid || !isSecret(sid)) return;
  await tx
    .updateTable('sessions')
    .set({ ended_at: at })
    .where('id_hash', '=', hashSecret(sid))
    .where('ended_at', 'is', null)
    .execute();
};

/** Ends all sessions of a user but that of this cookie. */
export const endOtherSessions = async (tx: Tx, userId: number, sid: string | undefined, at: Date): Promise<void> => {
  await tx
    .updateTable('sessions')
    .set({ ended_at: at })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .$if(sid !== undefined, (query) => query.where('id_hash', '!=', hashSecret(sid ?? '')))
    .execute();
};

/** A session as its owner sees it; `id` names it without opening it. */
export type ListedSession = {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly since: Date;
  readonly lastSeenAt: Date;
  readonly own: boolean;
};

export const listSessions = async (
  tx: Tx,
  userId: number,
  sid: string | undefined,
  now: Date,
): Promise<ListedSession[]> => {
  const { idleSince, startedSince } = sessionLimits(now);
  return tx
    .selectFrom('sessions')
    .select([
      sql<string>`encode(id_hash, 'hex')`.as('id'),
      'device',
      'address',
      'created_at as since',
      'last_seen_at as lastSeenAt',
      sql<boolean>`id_hash = ${hashSecret(sid ?? '')}`.as('own'),
    ])
    .where('user_id', '=', userId)
    .where('stage', '=', 'full')
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', idleSince)
    .where('created_at', '>', startedSince)
    .orderBy('last_seen_at', 'desc')
    .execute();
};

/** Ends one session of a user; false when the user has no such session. */
export const endSessionById = async (tx: Tx, userId: number, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ ended_at: at })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`encode(id_hash, 'hex') = ${id}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** When the session of this cookie began and was last used; null when it is not in. */
export const loadSessionTimes = async (tx: Tx, sid: string | undefined, now: Date): Promise<SessionTimes | null> =>
  sid && isSecret(sid)
    ? ((await alive(tx, sid, ['full'], now)
        .clearSelect()
        .select(['created_at as createdAt', 'last_seen_at as lastSeenAt'])
        .executeTakeFirst()) ?? null)
    : null;

/** Whose session ran out by itself within the last day; null for one that is alive or was ended on purpose. */
export const findRunOutSession = async (tx: Tx, sid: string, now: Date): Promise<number | null> => {
  if (!isSecret(sid)) return null;
  const { idleSince, startedSince } = sessionLimits(now);
  const row = await tx
    .selectFrom('sessions')
    .select('user_id')
    .where('id_hash', '=', hashSecret(sid))
    .where('stage', '=', 'full')
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', new Date(now.getTime() - 24 * 3_600_000))
    .where(({ or, eb }) => or([eb('last_seen_at', '<=', idleSince), eb('created_at', '<=', startedSince)]))
    .executeTakeFirst();
  return row?.user_id ?? null;
};

/** Forgets sessions that ended or ran out a day ago. */
export const deleteOldSessions = async (tx: Tx, now: Date): Promise<void> => {
  await sql`delete from sessions where coalesce(ended_at, last_seen_at) < ${now}::timestamptz - interval '1 day'`.execute(
    tx,
  );
};
