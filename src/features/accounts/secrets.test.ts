import { expect, test } from 'vitest';
import { hashCode, hashSecret, isCodeOf, isSecret, makeCode, makeSecret } from './secrets.ts';

test('a secret is 32 bytes, never twice the same, and only its hash is kept', () => {
  const [one, two] = [makeSecret(), makeSecret()];
  expect(one).not.toBe(two);
  expect(isSecret(one)).toBe(true);
  expect(hashSecret(one)).toHaveLength(32);
  expect(isSecret(`${one}x`)).toBe(false);
});

test('a code is six digits; equal codes have different hashes', () => {
  const code = makeCode();
  expect(code).toMatch(/^\d{6}$/);
  const hash = hashCode(code);
  expect(hash.equals(hashCode(code))).toBe(false);
  expect(isCodeOf(hash, code)).toBe(true);
  expect(isCodeOf(hash, code === '000000' ? '000001' : '000000')).toBe(false);
  expect(isCodeOf(new Uint8Array(3), code)).toBe(false);
});
