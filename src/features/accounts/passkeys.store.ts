import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { hashSecret } from './secrets.ts';

export type Passkey = {
  readonly id: number;
  readonly userId: number;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
};

/** The passkey that a browser names; null when nobody has it. */
export const findPasskey = async (tx: Tx, credentialId: string): Promise<Passkey | null> => {
  const row = await tx
    .selectFrom('passkeys')
    .select(['id', 'user_id as userId', 'credential_id as credentialId', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ? { ...row, publicKey: new Uint8Array(row.public_key) } : null;
};

export type ListedPasskey = {
  readonly id: number;
  readonly credentialId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export const listPasskeys = async (tx: Tx, userId: number): Promise<ListedPasskey[]> =>
  tx
    .selectFrom('passkeys')
    .select(['id', 'credential_id as credentialId', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();

type NewPasskey = Omit<Passkey, 'id'> & {
  readonly transports: readonly string[];
  readonly name: string;
  readonly at: Date;
};

/** False when the credential is registered already. */
export const insertPasskey = async (tx: Tx, passkey: NewPasskey): Promise<boolean> => {
  const row = await tx
    .insertInto('passkeys')
    .values({
      user_id: passkey.userId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports.join(','),
      name: passkey.name,
      created_at: passkey.at,
      last_used_at: null,
    })
    .onConflict((on) => on.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const markPasskeyUsed = async (tx: Tx, id: number, counter: number, at: Date): Promise<void> => {
  await tx.updateTable('passkeys').set({ counter, last_used_at: at }).where('id', '=', id).execute();
};

/** False when the user has no such passkey. */
export const deletePasskey = async (tx: Tx, userId: number, id: number): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** Uses a challenge up; false when it was used before. */
export const useUpChallenge = async (tx: Tx, challenge: string, at: Date): Promise<boolean> => {
  const { rows } = await sql`insert into used_challenges (hash, used_at) values (${hashSecret(challenge)}, ${at})
    on conflict do nothing returning hash`.execute(tx);
  return rows.length > 0;
};

/** Forgets challenges that are too old to be answered. */
export const deleteOldChallenges = async (tx: Tx, now: Date): Promise<void> => {
  await sql`delete from used_challenges where used_at < ${now}::timestamptz - interval '1 hour'`.execute(tx);
};
