import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import type { Wire } from '../../platform/http/index.ts';
import { makeChallenge } from './keyring.ts';
import type { SecondPage } from './second.page.tsx';
import { loadSecondFactors } from './second-factors.store.ts';
import { findSession } from './sessions.store.ts';

/** What 「本人確認」 offers: only what this user has. */
export const loadSecond = async ({ tx, now }: PublicCtx, { wire }: { readonly wire: Wire }): Promise<SecondPage> => {
  const session = await findSession(tx, wire.cookies.sid, ['code'], now);
  if (!session) throw new Problem('signedOut');
  const { totp, passkeys } = await loadSecondFactors(tx, session.userId);
  return { totp, passkeys, challenge: Buffer.from(makeChallenge('login', now)).toString('base64url') };
};
