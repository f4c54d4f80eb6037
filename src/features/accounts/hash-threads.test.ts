import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { hashThreads } from './hash-threads.ts';

const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 } as const;

test('beyond those at work and those that wait it refuses, and the others get their answer', async () => {
  const { hash } = hashThreads(2);
  const orders = Array.from({ length: availableParallelism() + 6 }, (_, i) =>
    hash({ secret: `秘密${i}`, cost: cheap }),
  );
  const answers = await Promise.allSettled(orders);
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused).toEqual(
    refused.map(() => ({ status: 'rejected', reason: expect.objectContaining({ kind: 'unavailable' }) })),
  );
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(2);
  await expect(hash({ secret: '秘密', cost: cheap })).resolves.toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
});

test('what is no hash is nobody’s', async () => {
  const { hash, matches } = hashThreads(2);
  const kept = await hash({ secret: '秘密', cost: cheap });
  await expect(matches({ secret: '秘密', kept })).resolves.toBe(true);
  await expect(matches({ secret: 'ひみつ', kept })).resolves.toBe(false);
  await expect(matches({ secret: '秘密', kept: 'こわれた' })).resolves.toBe(false);
});
