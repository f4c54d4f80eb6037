import type { Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { rememberUntil } from './remembered-browsers.ts';
import { hashSecret, isSecret } from './secrets.ts';

type Browser = {
  readonly userId: number;
  readonly token: string;
  /** What the cookie held before. */
  readonly former: string | undefined;
  readonly device: string;
  readonly address: string;
  readonly at: Date;
};

/**
 * Remembers a browser for a user under a new token. Other users of the same browser keep their place in it: their rows
 * move on to the new token, and a token that somebody else put there is worth nothing.
 */
export const rememberBrowser = async (tx: Tx, { userId, token, former, ...seen }: Browser): Promise<void> => {
  if (former && isSecret(former)) {
    await tx
      .updateTable('remembered_browsers')
      .set({ token_hash: hashSecret(token) })
      .where('token_hash', '=', hashSecret(former))
      .execute();
  }
  const values = {
    device: seen.device,
    address: seen.address,
    created_at: seen.at,
    last_used_at: seen.at,
    expires_at: rememberUntil(seen.at),
  };
  await tx
    .insertInto('remembered_browsers')
    .values({ user_id: userId, token_hash: hashSecret(token), ...values })
    .onConflict((on) => on.columns(['token_hash', 'user_id']).doUpdateSet(values))
    .execute();
};

/** Is this a browser that the user has passed a code in? */
export const isRemembered = async (tx: Tx, userId: number, token: string | undefined, now: Date): Promise<boolean> => {
  if (!token || !isSecret(token)) return false;
  const found = tx
    .selectFrom('remembered_browsers')
    .select('id')
    .where('user_id', '=', userId)
    .where('token_hash', '=', hashSecret(token))
    .where('expires_at', '>', now);
  return (await found.executeTakeFirst()) !== undefined;
};

/** Notes that a remembered browser was used just now. */
export const touchBrowser = async (tx: Tx, userId: number, token: string | undefined, at: Date): Promise<void> => {
  if (!token) return;
  await tx
    .updateTable('remembered_browsers')
    .set({ last_used_at: at })
    .where('user_id', '=', userId)
    .where('token_hash', '=', hashSecret(token))
    .execute();
};

export type ListedBrowser = {
  readonly id: number;
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
};

export const listBrowsers = async (tx: Tx, userId: number, now: Date): Promise<ListedBrowser[]> =>
  tx
    .selectFrom('remembered_browsers')
    .select(['id', 'device', 'address', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .select('expires_at as expiresAt')
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .execute();

/** Forgets one browser of a user, or all of them; gives how many. */
export const forgetBrowsers = async (tx: Tx, userId: number, id?: number): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('remembered_browsers')
    .where('user_id', '=', userId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .executeTakeFirst();
  return Number(numDeletedRows);
};
