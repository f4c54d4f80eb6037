import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { checkCode } from './check-code.service.ts';
import { useUpResets } from './password-resets.store.ts';
import { wrongCode } from './refusals.ts';
import { makeSecret } from './secrets.ts';
import { endSession, holdSession, insertSession } from './sessions.store.ts';

type Input = { readonly code: string; readonly wire: Wire };

/** 「メール確認コード入力」 → 「検証」 of a forgotten password (MH-2): only the right code uses the URL up. */
export const verifyResetCode = async (ctx: PublicCtx, { code, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const session = await holdSession(tx, wire.cookies.sid, 'answered', now);
  if (!session) throw new Problem('signedOut');
  const { userId } = session;
  ctx.note(`user:${userId}`);
  if (!(await checkCode(ctx, { userId, purpose: 'forgotten', typed: code }))) return refused(wrongCode());
  await useUpResets(tx, userId, now);
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  const { device, address } = wire;
  await insertSession(tx, {
    sid,
    userId,
    stage: 'forgotten',
    at: now,
    returnTo: null,
    device,
    address,
    mailChangeId: null,
  });
  return done('/reset-password/new', [{ name: 'sid', value: sid }]);
};
