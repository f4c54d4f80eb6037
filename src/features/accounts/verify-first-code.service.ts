import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { checkCode } from './check-code.service.ts';
import { holdInvitation, markInvitationUsed } from './invitations.store.ts';
import { wrongCode } from './refusals.ts';
import { makeSecret } from './secrets.ts';
import { endSession, insertSession } from './sessions.store.ts';
import { loadAccount } from './users.store.ts';

type Input = { readonly code: string; readonly token: string; readonly wire: Wire };

/** 「ログインユーザ初期設定」 → 「検証」 (M1.2-3): only the right code uses the URL up. */
export const verifyFirstCode = async (ctx: PublicCtx, { code, token, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const invitation = await holdInvitation(tx, token, now);
  const account = invitation && (await loadAccount(tx, invitation.userId));
  if (!invitation || !account?.usable) return refused(wrongCode());
  ctx.note(`user:${account.id}`);
  if (!(await checkCode(ctx, { userId: account.id, purpose: 'first-sign-in', typed: code })))
    return refused(wrongCode());
  await markInvitationUsed(tx, invitation.id, now);
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  const { device, address } = wire;
  const session = { sid, userId: account.id, stage: 'password', at: now, returnTo: null, mailChangeId: null } as const;
  await insertSession(tx, { ...session, device, address });
  return done('/first-login/password', [{ name: 'sid', value: sid }]);
};
