import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import type { MailChange } from './mail-changes.ts';
import { hashSecret, isSecret } from './secrets.ts';

const changes = (tx: Tx) =>
  tx
    .selectFrom('mail_changes as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select(['m.id', 'm.user_id as userId', 'u.user_name as userName', 'm.old_email as oldEmail'])
    .select(['m.new_email as newEmail', 'm.expires_at as expiresAt'])
    .where('m.state', '=', 'open');

/** The open change that the URL of a mail names; null when it opens nothing any more. */
export const findMailChange = async (tx: Tx, token: string, now: Date): Promise<MailChange | null> =>
  isSecret(token)
    ? ((await changes(tx)
        .where('m.token_hash', '=', hashSecret(token))
        .where('m.expires_at', '>', now)
        .executeTakeFirst()) ?? null)
    : null;

/** An open change by its id, held until the end of the transaction. */
export const holdMailChange = async (tx: Tx, id: number, now: Date): Promise<MailChange | null> =>
  (await changes(tx).where('m.id', '=', id).where('m.expires_at', '>', now).forUpdate('m').executeTakeFirst()) ?? null;

/** The change that a user has asked for and not completed. */
export const loadOpenMailChange = async (tx: Tx, userId: number, now: Date): Promise<MailChange | null> =>
  (await changes(tx).where('m.user_id', '=', userId).where('m.expires_at', '>', now).executeTakeFirst()) ?? null;

type NewChange = Pick<MailChange, 'userId' | 'oldEmail' | 'newEmail' | 'expiresAt'> & {
  readonly token: string;
  readonly at: Date;
};

/** Keeps a change, in place of the user's former one; gives its id. */
export const insertMailChange = async (tx: Tx, change: NewChange): Promise<number> => {
  await voidMailChanges(tx, change.userId, change.at);
  const { id } = await tx
    .insertInto('mail_changes')
    .values({
      user_id: change.userId,
      old_email: change.oldEmail,
      new_email: change.newEmail,
      token_hash: hashSecret(change.token),
      created_at: change.at,
      expires_at: change.expiresAt,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Takes the user's open change back; false when there is none. */
export const voidMailChanges = async (tx: Tx, userId: number, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('mail_changes')
    .set({ state: 'void', ended_at: at })
    .where('user_id', '=', userId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const markMailChangeDone = async (tx: Tx, id: number, at: Date): Promise<void> => {
  await tx.updateTable('mail_changes').set({ state: 'done', ended_at: at }).where('id', '=', id).execute();
};
