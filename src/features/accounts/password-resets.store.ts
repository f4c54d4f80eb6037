import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { answerTries } from './password-resets.ts';
import { hashSecret, isSecret } from './secrets.ts';

type NewReset = {
  readonly userId: number;
  readonly token: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** Keeps a request and gives its id. */
export const insertReset = async (tx: Tx, { userId, token, at, expiresAt }: NewReset): Promise<number> => {
  const { id } = await tx
    .insertInto('password_resets')
    .values({
      user_id: userId,
      token_hash: hashSecret(token),
      created_at: at,
      expires_at: expiresAt,
      tries_left: answerTries,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** How often the password of a user was forgotten within the hour. */
export const countResets = async (tx: Tx, userId: number, now: Date): Promise<number> => {
  const { count } = await tx
    .selectFrom('password_resets')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('user_id', '=', userId)
    .where('created_at', '>', new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow();
  return count;
};

/** Who may be sent the URL: has a password and a question, and nobody shut them out. */
export type Forgetful = { readonly id: number; readonly email: string; readonly orgName: string };

export const findForgetful = async (tx: Tx, userName: string): Promise<Forgetful | null> =>
  (await tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .select(['u.id', 'u.email', 'o.name as orgName'])
    .where('u.user_name', '=', userName)
    .where('u.disabled_at', 'is', null)
    .where('o.active', '=', true)
    .where('u.password_hash', 'is not', null)
    .where('u.security_answer_hash', 'is not', null)
    .executeTakeFirst()) ?? null;

export type OpenReset = {
  readonly id: number;
  readonly userId: number;
  readonly question: string;
  readonly answerHash: string;
};

const open = (tx: Tx, token: string, now: Date) =>
  tx
    .selectFrom('password_resets as r')
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .select(['r.id', 'u.id as userId'])
    .select((eb) => eb.ref('u.security_question').$notNull().as('question'))
    .select((eb) => eb.ref('u.security_answer_hash').$notNull().as('answerHash'))
    .where('r.token_hash', '=', hashSecret(token))
    .where('r.used_at', 'is', null)
    .where('r.tries_left', '>', 0)
    .where('r.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .where('u.security_answer_hash', 'is not', null)
    .where('o.active', '=', true);

/** What the URL of a mail opens; null when it opens nothing any more. */
export const findReset = async (tx: Tx, token: string, now: Date): Promise<OpenReset | null> =>
  isSecret(token) ? ((await open(tx, token, now).executeTakeFirst()) ?? null) : null;

/** The same, held until the end of the transaction. */
export const holdReset = async (tx: Tx, token: string, now: Date): Promise<OpenReset | null> =>
  isSecret(token) ? ((await open(tx, token, now).forUpdate('r').executeTakeFirst()) ?? null) : null;

export const spendAnswer = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable('password_resets').set({ tries_left: sql`tries_left - 1` }).where('id', '=', id).execute();
};

/** No URL of this user opens anything any more. */
export const useUpResets = async (tx: Tx, userId: number, at: Date): Promise<void> => {
  await tx
    .updateTable('password_resets')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
};

/** Forgets requests that ran out a day ago. */
export const deleteOldResets = async (tx: Tx, now: Date): Promise<void> => {
  await sql`delete from password_resets where expires_at < ${now}::timestamptz - interval '1 day'`.execute(tx);
};
