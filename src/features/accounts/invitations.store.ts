import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { hashSecret, isSecret } from './secrets.ts';

export type NewInvitation = {
  readonly userId: number;
  readonly token: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** Keeps a new invitation and voids the user's former ones; gives its id. */
export const insertInvitation = async (tx: Tx, { userId, token, at, expiresAt }: NewInvitation): Promise<number> => {
  await tx
    .updateTable('invitations')
    .set({ expires_at: at })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute();
  const { id } = await tx
    .insertInto('invitations')
    .values({ user_id: userId, token_hash: hashSecret(token), created_at: at, expires_at: expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** An invitation that still opens something, held until the end of the transaction. */
export const holdInvitation = async (
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ readonly id: number; readonly userId: number } | null> => {
  if (!isSecret(token)) return null;
  const row = await tx
    .selectFrom('invitations')
    .select(['id', 'user_id as userId'])
    .where('token_hash', '=', hashSecret(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
};

export const markInvitationUsed = async (tx: Tx, id: number, at: Date): Promise<void> => {
  await tx.updateTable('invitations').set({ used_at: at }).where('id', '=', id).execute();
};
