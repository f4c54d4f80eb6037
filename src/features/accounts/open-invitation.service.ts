import type { PublicCtx } from '../../platform/context.ts';
import { loadCodeHistory } from './codes.store.ts';
import { nextCode } from './codes.ts';
import { holdInvitation } from './invitations.store.ts';
import { issueCode } from './issue-code.service.ts';
import { loadAccount } from './users.store.ts';

type Input = {
  readonly token: string;
  /** The page is shown again, not opened: no further mail. */
  readonly again: boolean;
};
/** `mailed`: a code is on its way or was sent just now; `limit`: too many were; `gone`: the URL opens nothing any more. */
export type OpenedInvitation = 'mailed' | 'limit' | 'gone';

/** Opening the URL of an invitation mails the code (M1.2-2) and uses nothing up: mail scanners open URLs too. */
export const openInvitation = async (ctx: PublicCtx, { token, again }: Input): Promise<OpenedInvitation> => {
  const invitation = await holdInvitation(ctx.tx, token, ctx.now);
  const account = invitation && (await loadAccount(ctx.tx, invitation.userId));
  if (!account?.usable) return 'gone';
  const next = nextCode(await loadCodeHistory(ctx.tx, account.id, 'first-sign-in', ctx.now), ctx.now);
  if (next === 'limit') return 'limit';
  if (next === 'yes' && !again) await issueCode(ctx, { account, purpose: 'first-sign-in', wait: true });
  return 'mailed';
};
