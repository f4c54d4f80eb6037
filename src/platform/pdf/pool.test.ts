import { expect, test } from 'vitest';
import { paperPool } from './pool.ts';

/** A thread that answers every order as the real one does, and says how many it was started. */
const entry = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const seen = [];
    parentPort.on('message', ({ id, kind }) => {
      seen.push(kind);
      parentPort.postMessage(kind === 'missing' ? { id, kind, characters: seen } : { id, kind: 'end' });
    });`)}`,
);

test('the thread is warmed once, and not when it has begun', async () => {
  const pool = paperPool(entry);
  await Promise.all([pool.warm(), pool.warm()]);
  expect(await pool.missingIn('')).toEqual(['warm', 'missing']);
  await pool.warm();
  expect(await pool.missingIn('')).toEqual(['warm', 'missing', 'missing']);
});

test('a thread that cannot start fails nobody who only warms it', async () => {
  const pool = paperPool(new URL('data:text/javascript,throw new Error("no fonts")'));
  await expect(pool.warm()).resolves.toBeUndefined();
});
