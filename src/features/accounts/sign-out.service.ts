import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, type Wire } from '../../platform/http/index.ts';
import { endSession } from './sessions.store.ts';

/** 「ログアウト」 (M1.4-1): the session ends here, not only in the browser. */
export const signOut = async (ctx: PublicCtx, { wire }: { readonly wire: Wire }): Promise<Outcome> => {
  await endSession(ctx.tx, wire.cookies.sid, ctx.now);
  if (ctx.actor) ctx.note(`user:${ctx.actor.userId}`);
  return done('/login', [{ name: 'sid', value: null }]);
};
