import { expect, test } from 'vitest';
import { gate, limitPerKey } from './limit.ts';

test('no more than so many run at once, the rest in turn, and beyond the queue it refuses', async () => {
  const enter = gate(2, 3);
  const ends: (() => void)[] = [];
  let [now, most] = [0, 0];
  const work = async (): Promise<string> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>((end) => ends.push(end));
    now -= 1;
    return 'done';
  };
  const all = Array.from({ length: 5 }, () => enter(work));
  await expect(enter(work)).resolves.toBeNull();
  const ended = Promise.all(all);
  for (let done = 0; done < 5; ) {
    const end = ends.shift();
    if (end) {
      end();
      done += 1;
    }
    await new Promise(setImmediate);
  }
  expect(await ended).toEqual(Array(5).fill('done'));
  expect(most).toBe(2);
});

test('work that fails makes room too', async () => {
  const enter = gate(1, 0);
  await expect(enter(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(enter(async () => 'yes')).resolves.toBe('yes');
});

test('each key has its own count, and the while moves on', () => {
  const may = limitPerKey(2, 1_000);
  expect([may('a', 0), may('a', 500), may('a', 900), may('b', 900)]).toEqual([true, true, false, true]);
  expect(may('a', 1_001)).toBe(true);
});

test('a flood of keys is forgotten, a key that was seen lately is not', () => {
  const may = limitPerKey(1, 1_000);
  for (let n = 0; n < 10_002; n++) may(`k${n}`, 0);
  expect(may('late', 1_500)).toBe(true);
  expect(may('late', 1_600)).toBe(false);
  expect(may('k1', 1_600)).toBe(true);
});
