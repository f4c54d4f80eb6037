import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { holdInvitation } from './invitations.store.ts';
import { issueCode } from './issue-code.service.ts';
import { loadAccount } from './users.store.ts';

/** 「確認コードを再送する」 on 「ログインユーザ初期設定」; a void URL leads back to the page that says so. */
export const resendFirstCode = async (ctx: PublicCtx, { token }: { readonly token: string }): Promise<Outcome> => {
  const invitation = await holdInvitation(ctx.tx, token, ctx.now);
  const account = invitation && (await loadAccount(ctx.tx, invitation.userId));
  if (account?.usable) {
    ctx.note(`user:${account.id}`);
    await issueCode(ctx, { account, purpose: 'first-sign-in', wait: true });
  }
  return done(`/first-login?token=${encodeURIComponent(token)}&sent=1`);
};
