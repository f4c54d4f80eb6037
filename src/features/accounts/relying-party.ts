/** Who we are for passkeys. They need a name: on this computer that is localhost, whatever address the server listens on. */
export type RelyingParty = { readonly id: string; readonly isOrigin: (origin: string) => boolean };

export const relyingPartyOf = (publicUrl: string): RelyingParty => {
  const { hostname, origin, protocol } = new URL(publicUrl);
  return protocol === 'https:'
    ? { id: hostname, isOrigin: (other) => other === origin }
    : { id: 'localhost', isOrigin: (other) => /^http:\/\/localhost(:\d+)?$/.test(other) };
};

/** The origin that a browser says it made an answer for. */
export const originOf = (clientDataJson: string): string => {
  try {
    const data = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as { origin?: unknown };
    return typeof data.origin === 'string' ? data.origin : '';
  } catch {
    return '';
  }
};

/** The challenge in the same place. */
export const challengeOf = (clientDataJson: string): string => {
  try {
    const data = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as { challenge?: unknown };
    return typeof data.challenge === 'string' ? data.challenge : '';
  } catch {
    return '';
  }
};
