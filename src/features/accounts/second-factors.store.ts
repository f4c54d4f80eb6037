import { sql } from 'kysely';
import { prepared, type Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { seal, unseal } from './keyring.ts';
import { foldSecondCode } from './one-time-passwords.ts';
import { hashSecret } from './secrets.ts';

/** What a user has besides mailed codes. */
export type SecondFactors = { readonly totp: boolean; readonly passkeys: number; readonly recoveryCodes: number };

const factorsOf = prepared(
  (_, { userId }: { readonly userId: number }) => sql<SecondFactors>`select
    exists (select from totp_secrets where user_id = ${userId} and confirmed_at is not null) as totp,
    (select count(*)::int from passkeys where user_id = ${userId}) as passkeys,
    (select count(*)::int from recovery_codes where user_id = ${userId} and used_at is null) as "recoveryCodes"`,
);

export const loadSecondFactors = async (tx: Tx, userId: number): Promise<SecondFactors> =>
  (await factorsOf(tx, { userId })).rows[0] ?? { totp: false, passkeys: 0, recoveryCodes: 0 };

export type TotpSecret = { readonly secret: string; readonly lastStep: number; readonly confirmedAt: Date | null };
const owner = (userId: number): string => `totp:${userId}`;

/** The user's secret, held until the end of the transaction so that a code counts once. */
export const holdTotp = async (tx: Tx, userId: number): Promise<TotpSecret | null> => {
  const row = await tx
    .selectFrom('totp_secrets')
    .select(['sealed', 'last_step as lastStep', 'confirmed_at as confirmedAt'])
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, secret: unseal(row.sealed, owner(userId)) } : null;
};

/** Keeps a secret that is being set up, in place of any other. */
export const insertTotp = async (tx: Tx, userId: number, secret: string, at: Date): Promise<void> => {
  const values = { sealed: seal(secret, owner(userId)), confirmed_at: null, last_step: 0, created_at: at };
  await tx
    .insertInto('totp_secrets')
    .values({ user_id: userId, ...values })
    .onConflict((on) => on.column('user_id').doUpdateSet(values))
    .execute();
};

export const saveTotpStep = async (tx: Tx, userId: number, step: number): Promise<void> => {
  await tx.updateTable('totp_secrets').set({ last_step: step }).where('user_id', '=', userId).execute();
};

/** The app works: from now on it is asked for, and the recovery codes hold. */
export const confirmTotp = async (
  tx: Tx,
  userId: number,
  { step, codes, at }: { readonly step: number; readonly codes: readonly string[]; readonly at: Date },
): Promise<void> => {
  await tx
    .updateTable('totp_secrets')
    .set({ confirmed_at: at, last_step: step })
    .where('user_id', '=', userId)
    .execute();
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await tx
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ user_id: userId, hash: recoveryHash(userId, code), used_at: null })))
    .execute();
};

const recoveryHash = (userId: number, code: string): Buffer => hashSecret(`${userId}:${foldSecondCode(code)}`);

/** Uses a recovery code up; false when it is not one, or used. */
export const takeRecoveryCode = async (tx: Tx, userId: number, code: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('hash', '=', recoveryHash(userId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** The app and its recovery codes are no more. */
export const deleteTotp = async (tx: Tx, userId: number): Promise<void> => {
  await tx.deleteFrom('totp_secrets').where('user_id', '=', userId).execute();
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
};
