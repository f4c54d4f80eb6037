import type { WebAuthnCredential } from '@simplewebauthn/server';
import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome, refused } from '../../platform/http/index.ts';
import { countOwnTry, type OwnTry } from './check-own-password.service.ts';
import { isChallenge } from './keyring.ts';
import { parseRegistration } from './passkey-answers.ts';
import { insertPasskey, useUpChallenge } from './passkeys.store.ts';
import { challengeOf, originOf, relyingPartyOf } from './relying-party.ts';
import { loadWebauthn } from './webauthn.ts';

/** A passkey as its maker vouched for it. */
export type MadePasskey = { readonly credential: WebAuthnCredential; readonly challenge: string };
type Where = { readonly userId: number; readonly now: Date; readonly publicUrl: string };

/** Checks what the browser made, before the transaction; null when it does not hold. */
export const checkRegistration = async (
  { userId, now, publicUrl }: Where,
  typed: string,
): Promise<MadePasskey | null> => {
  const response = parseRegistration(typed);
  const origin = response ? originOf(response.response.clientDataJSON) : '';
  const party = relyingPartyOf(publicUrl);
  if (!response || !party.isOrigin(origin)) return null;
  const { verifyRegistrationResponse } = await loadWebauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => isChallenge(challenge, `register:${userId}`, now),
      expectedOrigin: origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!verified) return null;
    return { credential: registrationInfo.credential, challenge: challengeOf(response.response.clientDataJSON) };
  } catch {
    return null;
  }
};

type Input = { readonly own: OwnTry; readonly made: MadePasskey | null; readonly name: string };

/** 「パスキーを追加する」: bound to the current password. */
export const registerPasskey = async (ctx: Ctx, { own, made, name }: Input): Promise<Outcome> => {
  const { tx, actor, now } = ctx;
  const wrong = await countOwnTry(ctx, own, 'passkeyCurrent');
  if (wrong) return refused(wrong);
  if (!made || !(await useUpChallenge(tx, made.challenge, now)))
    throw conflict('パスキーを登録できませんでした。もう一度「パスキーを追加する」を押してください。');
  const { id, publicKey, counter, transports = [] } = made.credential;
  ctx.note(`user:${actor.userId}`, { passkey: name });
  const passkey = { userId: actor.userId, credentialId: id, publicKey, counter, transports, name, at: now };
  if (!(await insertPasskey(tx, passkey))) throw conflict('このパスキーはすでに登録されています。');
  return done('/settings/security?done=passkey');
};
