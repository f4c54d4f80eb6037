import { beforeAll, expect, test } from 'vitest';
import { isChallenge, makeChallenge, seal, unseal, useSecretKey } from './keyring.ts';

beforeAll(() => useSecretKey(Buffer.alloc(32, 'a')));
const now = new Date('2021-04-26T09:00:00+09:00');
const text = (challenge: Uint8Array): string => Buffer.from(challenge).toString('base64url');

test('what is sealed opens for its owner only, and not after a change', () => {
  const sealed = seal('SECRET', 'totp:1');
  expect(unseal(sealed, 'totp:1')).toBe('SECRET');
  expect(sealed.toString('utf8')).not.toContain('SECRET');
  expect(() => unseal(sealed, 'totp:2')).toThrow();
  const broken = Buffer.from(sealed);
  broken[broken.length - 1] = (broken[broken.length - 1] ?? 0) ^ 1;
  expect(() => unseal(broken, 'totp:1')).toThrow();
  useSecretKey(Buffer.alloc(32, 'b'));
  expect(() => unseal(sealed, 'totp:1')).toThrow();
  useSecretKey(Buffer.alloc(32, 'a'));
});

test('a challenge is ours, for one purpose, for ten minutes', () => {
  const challenge = text(makeChallenge('login', now));
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  expect(isChallenge(challenge, 'login', after(9))).toBe(true);
  expect(isChallenge(challenge, 'login', after(10))).toBe(false);
  expect(isChallenge(challenge, 'login', after(-1))).toBe(false);
  expect(isChallenge(challenge, 'register:1', now)).toBe(false);
  for (const bad of ['', 'x', `${challenge}A`, challenge.slice(1)]) expect(isChallenge(bad, 'login', now)).toBe(false);
});
