import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { countFailures, insertFailure } from './failures.store.ts';
import { foldSecondCode, secondTries, totpStep } from './one-time-passwords.ts';
import { wrongAppCode } from './refusals.ts';
import { holdTotp, saveTotpStep, takeRecoveryCode } from './second-factors.store.ts';
import { holdSession } from './sessions.store.ts';

type Input = { readonly code: string; readonly wire: Wire };

/** 「本人確認」 → 「検証」: a code of the authenticator app, or one of the recovery codes, instead of a mailed one. */
export const verifySecondCode = async (ctx: PublicCtx, { code, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const session = await holdSession(tx, wire.cookies.sid, 'code', now);
  if (!session || session.mailChangeId !== null) throw new Problem('signedOut');
  const { userId } = session;
  ctx.note(`user:${userId}`);
  const totp = await holdTotp(tx, userId);
  const place = `second:${userId}`;
  if (!totp?.confirmedAt || (await countFailures(tx, place, now)) >= secondTries)
    return refused(
      new Problem('tooMany', 'コードの間違いが続いています。10分ほど待つか、メールで確認コードを受け取ってください。'),
    );
  const typed = foldSecondCode(code);
  const step = totpStep(totp.secret, typed, totp.lastStep);
  if (step !== null) await saveTotpStep(tx, userId, step);
  else if (typed.length === 10 && (await takeRecoveryCode(tx, userId, typed, now)))
    ctx.note(`user:${userId}`, { recoveryCode: true });
  else {
    await insertFailure(tx, place, now);
    return refused(wrongAppCode());
  }
  return advanceSession(ctx, { userId, returnTo: session.returnTo, wire });
};
