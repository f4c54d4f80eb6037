import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A session id or a token of a link: 32 random bytes. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a secret. It is random enough to need no salt. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Six random digits. */
export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const saltBytes = 16;
const digestOf = (salt: Buffer, code: string): Buffer => createHash('sha256').update(salt).update(code).digest();

/** What is kept of a code: a salt of its own and the digest of both. */
export const hashCode = (code: string, salt: Buffer = randomBytes(saltBytes)): Buffer =>
  Buffer.concat([salt, digestOf(salt, code)]);

export const isCodeOf = (hash: Uint8Array, code: string): boolean => {
  const kept = Buffer.from(hash);
  const made = hashCode(code, kept.subarray(0, saltBytes));
  return kept.length === made.length && timingSafeEqual(kept, made);
};
