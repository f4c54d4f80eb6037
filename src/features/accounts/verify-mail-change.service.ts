import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { checkCode } from './check-code.service.ts';
import { mailChangedPath } from './landing.ts';
import { mailChangedMail } from './mail-change.mail.ts';
import { holdMailChange, markMailChangeDone } from './mail-changes.store.ts';
import { wrongCode } from './refusals.ts';
import { endOtherSessions, holdSession } from './sessions.store.ts';
import { loadAccount, saveEmail } from './users.store.ts';
import { voidAccess } from './void-access.store.ts';

type Input = { readonly code: string; readonly wire: Wire };

/**
 * 「IDを検証」 → 「検証」 (MH-3): the new address is in force. Whoever had the old one cannot get in any more (MH-4): sessions,
 * remembered browsers, passkeys, one-time passwords, links and codes are void.
 */
export const verifyMailChange = async (ctx: PublicCtx, { code, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const session = await holdSession(tx, wire.cookies.sid, 'mail', now);
  const account = session && (await loadAccount(tx, session.userId));
  if (!session || !account?.usable) throw new Problem('signedOut');
  ctx.note(`user:${account.id}`);
  const change = session.mailChangeId === null ? null : await holdMailChange(tx, session.mailChangeId, now);
  if (change?.userId !== account.id)
    throw new Problem(
      'conflict',
      'メールアドレスの変更は、期限が過ぎたか、取り消されています。もう一度「個人情報」から変更してください。',
    );
  if (!(await checkCode(ctx, { userId: account.id, purpose: 'mail-confirm', typed: code })))
    return refused(wrongCode());
  await saveEmail(tx, account.id, change.newEmail);
  await markMailChangeDone(tx, change.id, now);
  await voidAccess(tx, account.id, now);
  await endOtherSessions(tx, account.id, wire.cookies.sid, now);
  await queueMail(tx, {
    dedupeKey: `mail-change:${change.id}:done`,
    to: change.oldEmail,
    fromName: 'V-SYS',
    ...mailChangedMail(change),
    userId: account.id,
    at: now,
  });
  return advanceSession(ctx, { userId: account.id, returnTo: mailChangedPath, wire });
};
