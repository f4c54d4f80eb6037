import { sql } from 'kysely';
import { prepared, type Tx } from '../../platform/db/index.ts';
import { accountLimits } from './account-limits.ts';
import './accounts.tables.ts';

/** Notes a failed login from an address. */
export const insertFailure = async (tx: Tx, address: string, at: Date): Promise<void> => {
  await tx.insertInto('sign_in_failures').values({ address, at }).execute();
};

const failuresSince = prepared((db, { address, since }: { readonly address: string; readonly since: Date }) =>
  db
    .selectFrom('sign_in_failures')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('address', '=', address)
    .where('at', '>', since),
);

/** The failed logins from an address within the minutes that count. */
export const countFailures = async (tx: Tx, address: string, now: Date): Promise<number> => {
  const since = new Date(now.getTime() - accountLimits.addressMinutes * 60_000);
  return (await failuresSince(tx, { address, since })).rows[0]?.count ?? 0;
};

/** Forgets failures that count no more. */
export const deleteOldFailures = async (tx: Tx, now: Date): Promise<void> => {
  await tx
    .deleteFrom('sign_in_failures')
    .where('at', '<', new Date(now.getTime() - accountLimits.addressMinutes * 60_000))
    .execute();
};
