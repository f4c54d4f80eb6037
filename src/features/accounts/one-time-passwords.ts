import { createHmac } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

export const newTotpSecret = (): string => generateSecret();

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, userName: string): string =>
  generateURI({ issuer: 'V-SYS', label: userName, secret });

/** The time step of a right code that is newer than the last one taken; null for any other. Codes follow the real clock. */
export const totpStep = (secret: string, typed: string, lastStep: number): number | null => {
  if (!/^\d{6}$/.test(typed)) return null;
  const result = verifySync({ secret, token: typed, epochTolerance: 30 });
  const step = result.valid && 'timeStep' in result ? result.timeStep : 0;
  return step > lastStep ? step : null;
};

const recoveryCodeCount = 10;
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The recovery codes that belong to a secret while it is being set up; afterwards only their hashes are kept. */
export const recoveryCodesOf = (secret: string): string[] =>
  Array.from({ length: recoveryCodeCount }, (_, i) => {
    const bytes = createHmac('sha256', secret).update(`recovery ${i}`).digest().subarray(0, 10);
    const letters = [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });

/** A code as people type it: full-width, capitals, spaces and hyphens make no difference. */
export const foldSecondCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-‐−ー]/g, '');

/** Wrong codes of a user within ten minutes, after which no code is looked at. */
export const secondTries = 5;
