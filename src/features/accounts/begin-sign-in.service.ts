import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import type { LoginVerdict } from './check-login.service.ts';
import { insertFailure } from './failures.store.ts';
import { issueCode } from './issue-code.service.ts';
import { afterWrongPassword, isLocked, unlocked } from './lock.ts';
import { findMailChange } from './mail-changes.store.ts';
import { tooManyFailures, wrongPassword } from './refusals.ts';
import { touchBrowser } from './remembered-browsers.store.ts';
import { mayRemember } from './remembered-browsers.ts';
import { loadSecondFactors } from './second-factors.store.ts';
import { makeSecret } from './secrets.ts';
import { endSession, insertSession } from './sessions.store.ts';
import { type Account, lockUser, saveLock } from './users.store.ts';

type Input = {
  readonly verdict: LoginVerdict;
  readonly to: string | null;
  /** From the URL of a mail that completes a change of the mail address (MH-3); empty otherwise. */
  readonly mailToken: string;
  readonly wire: Wire;
};

/** 「ログイン」 (M1.3-1, M1.3-2): the right password leads on to the mailed code, anything else counts. */
export const beginSignIn = async (ctx: PublicCtx, input: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const { verdict, wire } = input;
  const fail = async (): Promise<Outcome> => {
    if (!verdict.remembered) await insertFailure(tx, wire.address, now);
    return refused(wrongPassword());
  };
  if (verdict.pace.refuse) {
    ctx.note(verdict.credentials ? `user:${verdict.credentials.userId}` : '', { tooManyFromAddress: true });
    return refused(tooManyFailures());
  }
  const user = verdict.credentials && (await lockUser(tx, verdict.credentials.userId));
  if (!user) return fail();
  ctx.note(`user:${user.id}`);
  if (isLocked(user, now)) {
    ctx.note(`user:${user.id}`, { locked: true });
    return fail();
  }
  if (!verdict.matches) {
    const after = afterWrongPassword(user, now);
    await saveLock(tx, user.id, after);
    ctx.note(`user:${user.id}`, { wrong: after.failedCount });
    return fail();
  }
  // Shut out, or the password was changed between the check and now.
  if (!user.usable || user.passwordHash !== verdict.credentials?.passwordHash) return fail();
  if (user.failedCount > 0 || user.lockedUntil !== null) await saveLock(tx, user.id, unlocked);
  return askForCode(ctx, user, input);
};

/** A mailed code, unless the browser is remembered (M1.3-4) or the user has something better. */
const askForCode = async (ctx: PublicCtx, user: Account, { verdict, to, mailToken, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const change = await findMailChange(tx, mailToken, now);
  const mailChangeId = change?.userId === user.id ? change.id : null;
  if (mailChangeId === null && verdict.remembered && mayRemember(user)) {
    await touchBrowser(tx, user.id, wire.cookies.device, now);
    ctx.note(`user:${user.id}`, { remembered: true });
    return advanceSession(ctx, { userId: user.id, returnTo: to, wire });
  }
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  const { device, address } = wire;
  await insertSession(tx, {
    sid,
    userId: user.id,
    stage: 'code',
    at: now,
    returnTo: to,
    device,
    address,
    mailChangeId,
  });
  const cookies = [{ name: 'sid', value: sid }] as const;
  const second = await loadSecondFactors(tx, user.id);
  if (mailChangeId === null && (second.totp || second.passkeys > 0)) return done('/login/second', cookies);
  await issueCode(ctx, { account: user, purpose: mailChangeId === null ? 'sign-in' : 'mail-old', wait: false });
  return done('/login/code', cookies);
};
