import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { hashSecret, isSecret } from './secrets.ts';
import { type Stage, sessionLimits } from './sessions.ts';

export type NewSession = {
  readonly sid: string;
  readonly userId: number;
  readonly stage: Stage;
  readonly at: Date;
  readonly returnTo: string | null;
  readonly device: string;
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
    })
    .execute();
};

/** A session that is alive and at this stage, held until the end of the transaction; null when there is none. */
export type HeldSession = { readonly userId: number; readonly returnTo: string | null; readonly device: string };

export const holdSession = async (
  tx: Tx,
  sid: string | undefined,
  stage: Stage,
  now: Date,
): Promise<HeldSession | null> => {
  if (!sid || !isSecret(sid)) return null;
  const { idleSince, startedSince } = sessionLimits(now);
  const row = await tx
    .selectFrom('sessions')
    .select(['user_id as userId', 'return_to as returnTo', 'device'])
    .where('id_hash', '=', hashSecret(sid))
    .where('stage', '=', stage)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', idleSince)
    .where('created_at', '>', startedSince)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
};

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

/** Forgets sessions that ended or ran out a day ago. */
export const deleteOldSessions = async (tx: Tx, now: Date): Promise<void> => {
  await sql`delete from sessions where coalesce(ended_at, last_seen_at) < ${now}::timestamptz - interval '1 day'`.execute(
    tx,
  );
};
