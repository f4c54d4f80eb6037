import { invalid, type Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PrepareTools } from '../../platform/http/index.ts';
import { verifyPassword } from './hasher.ts';
import { afterWrongPassword, isLocked, unlocked } from './lock.ts';
import { wrongOwnPassword } from './refusals.ts';
import { findCredentialsById, lockUser, saveLock } from './users.store.ts';

/** What became of 「現在のパスワード」 before the transaction, and the hash that it was compared with. */
export type OwnTry = { readonly right: boolean; readonly hash: string };

/**
 * Is this the password of whoever is logged in? Asked again before something that opens the account is changed, and
 * not answered while the account is locked.
 */
export const tryOwnPassword = async (
  { actor, read, now }: Pick<PrepareTools, 'actor' | 'read' | 'now'>,
  typed: string,
): Promise<OwnTry> => {
  const kept = await read(({ tx }) => findCredentialsById(tx, actor?.userId ?? 0));
  const matches = await verifyPassword(kept?.passwordHash ?? null, typed);
  return { right: matches && kept !== null && !isLocked(kept, now), hash: kept?.passwordHash ?? '' };
};

/**
 * Counts the try by the rule of the login (M1.3-2), so that a session in strange hands cannot guess on and on. Gives what
 * to refuse with at that field; null when the password is right.
 */
export const countOwnTry = async (
  ctx: Pick<Ctx, 'tx' | 'now' | 'actor' | 'note'>,
  { right, hash }: OwnTry,
  field: string,
): Promise<Problem | null> => {
  const { tx, now, actor } = ctx;
  const user = await lockUser(tx, actor.userId);
  if (!user || isLocked(user, now)) {
    ctx.note(`user:${actor.userId}`, { locked: true });
    return wrongOwnPassword(field);
  }
  if (!right) {
    const after = afterWrongPassword(user, now);
    await saveLock(tx, user.id, after);
    ctx.note(`user:${user.id}`, { wrong: after.failedCount });
    return wrongOwnPassword(field);
  }
  if (user.passwordHash !== hash)
    throw invalid({ [field]: 'パスワードが先に変更されています。もう一度入力してください。' });
  ctx.note(`user:${user.id}`);
  if (user.failedCount > 0) await saveLock(tx, user.id, unlocked);
  return null;
};
