import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { checkCode } from './check-code.service.ts';
import { wrongCode } from './refusals.ts';
import { holdSession } from './sessions.store.ts';

type Input = { readonly code: string; readonly wire: Wire };

/** 「メール確認コード入力」 → 「検証」 (M1.3-3, M1.3-6). */
export const verifySignInCode = async (ctx: PublicCtx, { code, wire }: Input): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, 'code', ctx.now);
  if (!session) throw new Problem('signedOut');
  ctx.note(`user:${session.userId}`);
  const right = await checkCode(ctx, { userId: session.userId, purpose: 'sign-in', typed: code });
  return right ? advanceSession(ctx, { ...session, wire }) : refused(wrongCode());
};
