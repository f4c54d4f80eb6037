import { expect, test } from 'vitest';
import { hashAnswer, hashPassword, verifyPassword } from './hasher.ts';

test('passwords are argon2id with 19 MiB, two passes, one lane', async () => {
  const kept = await hashPassword('Demo-2021');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await expect(verifyPassword(kept, 'Demo-2021')).resolves.toBe(true);
  await expect(verifyPassword(kept, 'Ｄｅｍｏ-2021')).resolves.toBe(true);
  await expect(verifyPassword(kept, 'demo-2021')).resolves.toBe(false);
});

test('without a hash nothing matches', async () => {
  await expect(verifyPassword(null, 'Demo-2021')).resolves.toBe(false);
});

test('an answer is kept without regard to width, case and spaces', async () => {
  const { verify } = await import('@node-rs/argon2');
  await expect(verify(await hashAnswer(' さくら　 ABC'), 'さくらabc')).resolves.toBe(true);
});
