import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome, refused } from '../../platform/http/index.ts';
import { countOwnTry, type OwnTry } from './check-own-password.service.ts';
import { newTotpSecret } from './one-time-passwords.ts';
import { insertTotp, loadSecondFactors } from './second-factors.store.ts';

/** 「認証アプリを設定する」: a new secret that is asked for only after its first code was right. */
export const setUpTotp = async (ctx: Ctx, own: OwnTry): Promise<Outcome> => {
  const wrong = await countOwnTry(ctx, own, 'current');
  if (wrong) return refused(wrong);
  const { tx, actor, now } = ctx;
  if ((await loadSecondFactors(tx, actor.userId)).totp)
    throw conflict('認証アプリはすでに設定されています。設定し直すときは、先に解除してください。');
  await insertTotp(tx, actor.userId, newTotpSecret(), now);
  return done('/settings/security/app');
};
