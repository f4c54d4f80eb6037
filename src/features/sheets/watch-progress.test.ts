import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchProgress } from './watch-progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('writes what was said last, once, and goes on after a write that failed', async () => {
  const written: number[] = [];
  let fail = true;
  const progress = watchProgress(async ({ done }) => {
    if (fail) throw new Error('no connection');
    written.push(done);
  });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(written).toEqual([]);
  progress.say({ done: 1, total: 9 });
  await vi.advanceTimersByTimeAsync(1_000);
  fail = false;
  progress.say({ done: 2, total: 9 });
  progress.say({ done: 3, total: 9 });
  await vi.advanceTimersByTimeAsync(5_000);
  await progress.end();
  progress.say({ done: 9, total: 9 });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(written).toEqual([3]);
});
