import { notFound } from '../../kernel/problem.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { invitationMail, passwordInitialisedMail } from './invitation.mail.ts';
import { insertInvitation } from './invitations.store.ts';
import { invitationExpiry } from './invitations.ts';
import { makeSecret } from './secrets.ts';
import { loadAccount } from './users.store.ts';

type Inviting = Pick<SystemCtx, 'tx' | 'now' | 'publicUrl'>;

/** Mails a user the user name and a new URL (M1.2-1); URLs sent before are void. */
export const sendInvitation = async (
  { tx, now, publicUrl }: Inviting,
  {
    userId,
    reset = false,
  }: { readonly userId: number /** A new password for one who has had one. */; readonly reset?: boolean },
): Promise<void> => {
  const account = await loadAccount(tx, userId);
  if (!account?.usable) throw notFound();
  const token = makeSecret();
  const expiresAt = invitationExpiry(now);
  const invitationId = await insertInvitation(tx, { userId, token, at: now, expiresAt });
  await queueMail(tx, {
    dedupeKey: `invitation:${invitationId}`,
    to: account.email,
    fromName: 'V-SYS',
    ...(reset ? passwordInitialisedMail : invitationMail)({
      ...account,
      url: `${publicUrl}/first-login?token=${token}`,
      expiresAt,
    }),
    secret: true,
    userId,
    at: now,
  });
};
