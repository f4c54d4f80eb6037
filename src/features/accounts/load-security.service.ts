import type { Ctx } from '../../platform/context.ts';
import { makeChallenge } from './keyring.ts';
import { listPasskeys } from './passkeys.store.ts';
import { relyingPartyOf } from './relying-party.ts';
import { loadSecondFactors } from './second-factors.store.ts';
import { hashSecret } from './secrets.ts';
import type { SecurityPage } from './security.page.tsx';
import { loadWebauthn } from './webauthn.ts';

/** What 「パスキーと認証アプリ」 shows, with what a browser needs to make a passkey. */
export const loadSecurity = async (
  { tx, actor, now, publicUrl }: Ctx,
  { done }: Pick<SecurityPage, 'done'>,
): Promise<SecurityPage> => {
  const passkeys = await listPasskeys(tx, actor.userId);
  const { generateRegistrationOptions } = await loadWebauthn();
  const creation = await generateRegistrationOptions({
    rpName: 'V-SYS ワクチン接種円滑化システム',
    rpID: relyingPartyOf(publicUrl).id,
    userID: new Uint8Array(hashSecret(`user ${actor.userId}`)),
    userName: actor.userName,
    userDisplayName: actor.displayName,
    challenge: makeChallenge(`register:${actor.userId}`, now),
    excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { factors: await loadSecondFactors(tx, actor.userId), passkeys, creation, done };
};
