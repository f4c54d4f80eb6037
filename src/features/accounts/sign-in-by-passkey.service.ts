import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import type { ProvedPasskey } from './check-passkey.service.ts';
import { insertFailure } from './failures.store.ts';
import { unlocked } from './lock.ts';
import { markPasskeyUsed, useUpChallenge } from './passkeys.store.ts';
import { findSession } from './sessions.store.ts';
import { lockUser, saveLock } from './users.store.ts';

type Input = { readonly proved: ProvedPasskey | null; readonly to: string | null; readonly wire: Wire };

/** A passkey proves who and what at once: neither password nor code is asked for. */
export const signInByPasskey = async (ctx: PublicCtx, { proved, to, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const user = proved && (await lockUser(tx, proved.passkey.userId));
  if (user) ctx.note(`user:${user.id}`, { passkey: proved?.passkey.id });
  if (!proved || !user?.usable || !(await useUpChallenge(tx, proved.challenge, now))) {
    await insertFailure(tx, wire.address, now);
    return refused(
      new Problem(
        'invalid',
        'パスキーで確認できませんでした。もう一度お試しになるか、パスワードでログインしてください。',
      ),
    );
  }
  await markPasskeyUsed(tx, proved.passkey.id, proved.counter, now);
  await saveLock(tx, user.id, unlocked);
  const begun = await findSession(tx, wire.cookies.sid, ['code'], now);
  const returnTo = to ?? (begun?.userId === user.id ? begun.returnTo : null);
  return advanceSession(ctx, { userId: user.id, returnTo, wire });
};
