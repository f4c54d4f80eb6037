import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, type Wire } from '../../platform/http/index.ts';
import { issueCode } from './issue-code.service.ts';
import { holdSession } from './sessions.store.ts';
import { loadAccount } from './users.store.ts';

/** 「確認コードを再送する」 on 「メール確認コード入力」. */
export const resendSignInCode = async (ctx: PublicCtx, { wire }: { readonly wire: Wire }): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, 'code', ctx.now);
  const account = session && (await loadAccount(ctx.tx, session.userId));
  if (!account?.usable) throw new Problem('signedOut');
  ctx.note(`user:${account.id}`);
  await issueCode(ctx, { account, purpose: 'sign-in', wait: true });
  return done('/login/code?sent=1');
};
