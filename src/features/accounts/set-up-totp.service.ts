import { conflict, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { newTotpSecret } from './one-time-passwords.ts';
import { insertTotp, loadSecondFactors } from './second-factors.store.ts';

/** 「認証アプリを設定する」: a new secret that is asked for only after its first code was right. */
export const setUpTotp = async (ctx: Ctx, { right }: { readonly right: boolean }): Promise<Outcome> => {
  if (!right) throw invalid({ current: '現在のパスワードが正しくありません。' });
  const { tx, actor, now } = ctx;
  ctx.note(`user:${actor.userId}`);
  if ((await loadSecondFactors(tx, actor.userId)).totp)
    throw conflict('認証アプリはすでに設定されています。設定し直すときは、先に解除してください。');
  await insertTotp(tx, actor.userId, newTotpSecret(), now);
  return done('/settings/security/app');
};
