import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { paceOf } from './account-limits.ts';
import { countFailures, insertFailure } from './failures.store.ts';
import { countResets, findForgetful, insertReset } from './password-resets.store.ts';
import { resetExpiry, resetsPerHour } from './password-resets.ts';
import { tooManyFailures } from './refusals.ts';
import { resetPasswordMail } from './reset-password.mail.ts';
import { makeSecret } from './secrets.ts';

type Input = { readonly userName: string; readonly wire: Wire };

/**
 * 「パスワードをお忘れですか？」 → 「次へ」 (MH-2). The same page follows whether the user exists or not; the mail goes out in the
 * background, and unknown names count for their address.
 */
export const requestReset = async (ctx: PublicCtx, { userName, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  if (paceOf(await countFailures(tx, wire.address, now)).refuse) return refused(tooManyFailures());
  const user = await findForgetful(tx, userName);
  const often = (await countResets(tx, user?.id ?? 0, now)) >= resetsPerHour;
  const token = makeSecret();
  const expiresAt = resetExpiry(now);
  const id = await insertReset(tx, { userId: user?.id ?? null, token, at: now, expiresAt });
  if (!user) await insertFailure(tx, wire.address, now);
  ctx.note(user ? `user:${user.id}` : '', { mailed: user !== null && !often });
  if (user && !often)
    await queueMail(tx, {
      dedupeKey: `password-reset:${id}`,
      to: user.email,
      fromName: 'V-SYS',
      ...resetPasswordMail({ ...user, userName, url: `${ctx.publicUrl}/reset-password?token=${token}`, expiresAt }),
      secret: true,
      userId: user.id,
      at: now,
    });
  return done('/forgotten-password/sent');
};
