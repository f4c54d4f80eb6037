import { expect, test } from 'vitest';
import { afterWrongPassword, isLocked, type LockState, unlocked } from './lock.ts';

const start = new Date('2021-04-26T09:00:00+09:00');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const wrong = (times: number, from: LockState = unlocked, at = start): LockState =>
  Array.from({ length: times }).reduce<LockState>((state) => afterWrongPassword(state, at), from);

test('nine wrong passwords do not lock, the tenth locks for 60 minutes', () => {
  expect(isLocked(wrong(9), start)).toBe(false);
  const locked = wrong(10);
  expect(locked).toEqual({ failedCount: 10, lockedUntil: after(60) });
  expect(isLocked(locked, after(59))).toBe(true);
  expect(isLocked(locked, after(60))).toBe(false);
});

test('tries during the lock do not prolong it', () => {
  expect(wrong(5, wrong(10), after(30))).toEqual(wrong(10));
});

test('after the lock counting starts anew', () => {
  expect(afterWrongPassword(wrong(10), after(61))).toEqual({ failedCount: 1, lockedUntil: null });
});
