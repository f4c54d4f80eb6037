import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import type { Outcome, Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { holdSession } from './sessions.store.ts';
import { savePhonePageDone } from './users.store.ts';

/** 「携帯電話を登録」 → 「電話を登録しません」: never shown again (M1.3-5). */
export const finishPhonePage = async (ctx: PublicCtx, { wire }: { readonly wire: Wire }): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, 'phone', ctx.now);
  if (!session) throw new Problem('signedOut');
  ctx.note(`user:${session.userId}`);
  await savePhonePageDone(ctx.tx, session.userId, ctx.now);
  return advanceSession(ctx, { userId: session.userId, returnTo: session.returnTo, wire });
};
