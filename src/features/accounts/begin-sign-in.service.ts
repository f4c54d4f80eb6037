import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { issueCode } from './issue-code.service.ts';
import { afterWrongPassword, isLocked, unlocked } from './lock.ts';
import { wrongPassword } from './refusals.ts';
import { makeSecret } from './secrets.ts';
import { endSession, insertSession } from './sessions.store.ts';
import { type Credentials, lockUser, saveLock } from './users.store.ts';

/** What became of the password before the transaction; `credentials` is null for an unknown user name. */
type PasswordVerdict = { readonly credentials: Credentials | null; readonly matches: boolean };
type Input = { readonly verdict: PasswordVerdict; readonly to: string | null; readonly wire: Wire };

/** 「ログイン」 (M1.3-1, M1.3-2): the right password leads on to the mailed code, anything else counts. */
export const beginSignIn = async (ctx: PublicCtx, { verdict, to, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const user = verdict.credentials && (await lockUser(tx, verdict.credentials.userId));
  if (!user) return refused(wrongPassword());
  ctx.note(`user:${user.id}`);
  if (isLocked(user, now)) {
    ctx.note(`user:${user.id}`, { locked: true });
    return refused(wrongPassword());
  }
  if (!verdict.matches) {
    const after = afterWrongPassword(user, now);
    await saveLock(tx, user.id, after);
    ctx.note(`user:${user.id}`, { wrong: after.failedCount });
    return refused(wrongPassword());
  }
  // Shut out, or the password was changed between the check and now.
  if (!user.usable || user.passwordHash !== verdict.credentials?.passwordHash) return refused(wrongPassword());
  await saveLock(tx, user.id, unlocked);
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  await insertSession(tx, { sid, userId: user.id, stage: 'code', at: now, returnTo: to, device: wire.device });
  await issueCode(ctx, { account: user, purpose: 'sign-in', wait: false });
  return done('/login/code', [{ name: 'sid', value: sid }]);
};
