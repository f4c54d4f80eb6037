import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Keys made from SECRET_KEY, each for one purpose; handed in once at the start and never logged. */
let keys: { readonly seal: Buffer; readonly sign: Buffer } | null = null;

export const useSecretKey = (secretKey: Buffer): void => {
  const made = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secretKey, '', `v-sys ${purpose}`, 32));
  keys = { seal: made('one-time password secrets'), sign: made('passkey challenges') };
};

const ring = (): NonNullable<typeof keys> => {
  if (!keys) throw new Error('the accounts have no key: call useSecretKey at the start');
  return keys;
};

/** Encrypts a text for one owner (AES-256-GCM); only the same owner's can be opened. */
export const seal = (text: string, owner: string): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', ring().seal, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

export const unseal = (sealed: Uint8Array, owner: string): string => {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', ring().seal, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
};

const challengeMinutes = 10;
const signed = (head: Buffer, purpose: string): Buffer =>
  createHmac('sha256', ring().sign).update(head).update(purpose).digest().subarray(0, 16);

/** A challenge for a passkey that needs no row: the time and chance, signed for one purpose. */
export const makeChallenge = (purpose: string, now: Date): Uint8Array<ArrayBuffer> => {
  const head = Buffer.concat([Buffer.alloc(8), randomBytes(16)]);
  head.writeBigUInt64BE(BigInt(now.getTime()));
  return new Uint8Array([...head, ...signed(head, purpose)]);
};

/** Did we make this challenge for this purpose, and lately? */
export const isChallenge = (challenge: string, purpose: string, now: Date): boolean => {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== 40 || !timingSafeEqual(bytes.subarray(24), signed(bytes.subarray(0, 24), purpose))) return false;
  const age = now.getTime() - Number(bytes.readBigUInt64BE());
  return age >= 0 && age < challengeMinutes * 60_000;
};
