import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import type { Outcome, Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { consentVersion } from './consent.ts';
import { holdSession } from './sessions.store.ts';
import { saveConsent } from './users.store.ts';

/** 「個人情報同意画面」 → 「次へ」 (M1.2-6, M1.2-7). */
export const giveConsent = async (ctx: PublicCtx, { wire }: { readonly wire: Wire }): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, 'consent', ctx.now);
  if (!session) throw new Problem('signedOut');
  ctx.note(`user:${session.userId}`, { version: consentVersion });
  await saveConsent(ctx.tx, session.userId, consentVersion, ctx.now);
  return advanceSession(ctx, { ...session, wire });
};
