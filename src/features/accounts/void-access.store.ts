import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';

/**
 * Takes from a user everything that opens the account besides the password: remembered browsers, passkeys, one-time
 * passwords, recovery codes, open links, codes and forms put aside. Sessions are ended by `endOtherSessions`.
 */
export const voidAccess = async (tx: Tx, userId: number, at: Date): Promise<void> => {
  for (const table of ['remembered_browsers', 'passkeys', 'totp_secrets', 'recovery_codes', 'kept_forms'] as const)
    await tx.deleteFrom(table).where('user_id', '=', userId).execute();
  for (const table of ['password_resets', 'invitations', 'codes'] as const)
    await sql`update ${sql.table(table)} set expires_at = ${at}
      where user_id = ${userId} and used_at is null and expires_at > ${at}`.execute(tx);
};
