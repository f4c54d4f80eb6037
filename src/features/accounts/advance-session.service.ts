import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, type Wire } from '../../platform/http/index.ts';
import { landingOf } from './landing.ts';
import { makeSecret } from './secrets.ts';
import { endSession, insertSession } from './sessions.store.ts';
import { loadAccount, saveFirstLogin } from './users.store.ts';

type Input = { readonly userId: number; readonly returnTo: string | null; readonly wire: Wire };

/**
 * The next step of a user who has proved to be one: the consent when it is still missing, else in. The session gets a
 * new id, so that one that was known before the step is worth nothing after it.
 */
export const advanceSession = async ({ tx, now }: PublicCtx, { userId, returnTo, wire }: Input): Promise<Outcome> => {
  const account = await loadAccount(tx, userId);
  if (!account?.usable) throw new Problem('signedOut');
  const stage = account.consentAt ? 'full' : 'consent';
  const firstLogin = account.firstLoginAt === null;
  if (stage === 'full' && firstLogin) await saveFirstLogin(tx, userId, now);
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  await insertSession(tx, { sid, userId, stage, at: now, returnTo, device: wire.device });
  const location = stage === 'consent' ? '/first-login/consent' : landingOf({ ...account, firstLogin, returnTo });
  return done(location, [{ name: 'sid', value: sid }]);
};
