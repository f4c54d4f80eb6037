import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome, refused } from '../../platform/http/index.ts';
import { foldSecondCode, recoveryCodesOf, totpStep } from './one-time-passwords.ts';
import { wrongAppCode } from './refusals.ts';
import { confirmTotp, holdTotp } from './second-factors.store.ts';

/** The first code of the app was entered: from the next login on it is asked for instead of a mailed one. */
export const confirmTotpCode = async (ctx: Ctx, { code }: { readonly code: string }): Promise<Outcome> => {
  const { tx, actor, now } = ctx;
  ctx.note(`user:${actor.userId}`);
  const totp = await holdTotp(tx, actor.userId);
  if (!totp || totp.confirmedAt) throw notFound();
  const step = totpStep(totp.secret, foldSecondCode(code), totp.lastStep);
  if (step === null) return refused(wrongAppCode());
  await confirmTotp(tx, actor.userId, { step, codes: recoveryCodesOf(totp.secret), at: now });
  return done('/settings/security?done=app');
};
