import type { PrepareTools } from '../../platform/http/index.ts';
import { isChallenge } from './keyring.ts';
import { parseAssertion } from './passkey-answers.ts';
import { findPasskey, type Passkey } from './passkeys.store.ts';
import { challengeOf, originOf, relyingPartyOf } from './relying-party.ts';
import { loadWebauthn } from './webauthn.ts';

/** A passkey that has proved to be there, and the challenge that must not be used again. */
export type ProvedPasskey = { readonly passkey: Passkey; readonly counter: number; readonly challenge: string };

/** Checks what a passkey answered, before the transaction; null when it does not hold. */
export const checkPasskey = async (
  { read, now, publicUrl }: Pick<PrepareTools, 'read' | 'now'> & { readonly publicUrl: string },
  typed: string,
): Promise<ProvedPasskey | null> => {
  const response = parseAssertion(typed);
  const passkey = response && (await read(({ tx }) => findPasskey(tx, response.id)));
  if (!response || !passkey) return null;
  const party = relyingPartyOf(publicUrl);
  const { clientDataJSON } = response.response;
  const origin = originOf(clientDataJSON);
  if (!party.isOrigin(origin)) return null;
  const { verifyAuthenticationResponse } = await loadWebauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => isChallenge(challenge, 'login', now),
      expectedOrigin: origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
    });
    if (!verified) return null;
    return { passkey, counter: authenticationInfo.newCounter, challenge: challengeOf(clientDataJSON) };
  } catch {
    // Malformed or forged: the library throws, the user is told the same as for any other failure.
    return null;
  }
};
