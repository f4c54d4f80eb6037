import { expect, test } from 'vitest';
import { boundedQueue } from './bounded-queue.ts';

test('no more than so many run at once, the rest in turn, and beyond the queue it refuses', async () => {
  const run = boundedQueue(2, 3, () => new Error('full'));
  const ends: (() => void)[] = [];
  let [now, most] = [0, 0];
  const work = async (): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>((end) => ends.push(end));
    now -= 1;
  };
  const all = Array.from({ length: 5 }, () => run(work));
  await expect(run(work)).rejects.toThrow('full');
  const ended = Promise.all(all);
  for (let done = 0; done < 5; ) {
    const end = ends.shift();
    if (end) {
      end();
      done += 1;
    }
    await new Promise(setImmediate);
  }
  await ended;
  expect(most).toBe(2);
});

test('work that fails makes room too', async () => {
  const run = boundedQueue(1, 0, () => new Error('full'));
  await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(run(async () => 'yes')).resolves.toBe('yes');
});
