import { expect, test } from 'vitest';
import { codeExpiry, codeTries, foldCode, isLive, nextCode } from './codes.ts';

const start = new Date('2021-04-26T09:00:00+09:00');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const fresh = { expiresAt: codeExpiry(start), triesLeft: codeTries, usedAt: null };

test('a code lives ten minutes, five tries, once', () => {
  expect(isLive(fresh, after(599))).toBe(true);
  expect(isLive(fresh, after(600))).toBe(false);
  expect(isLive({ ...fresh, triesLeft: 0 }, start)).toBe(false);
  expect(isLive({ ...fresh, usedAt: start }, start)).toBe(false);
});

test('another code waits a minute, and many unused ones wait longer', () => {
  expect(nextCode({ lastAt: null, unusedInHour: 0 }, start)).toBe('yes');
  expect(nextCode({ lastAt: start, unusedInHour: 1 }, after(59))).toBe('wait');
  expect(nextCode({ lastAt: start, unusedInHour: 1 }, after(60))).toBe('yes');
  expect(nextCode({ lastAt: start, unusedInHour: 10 }, after(600))).toBe('limit');
});

test.each(['123456', ' 123456 ', '１２３４５６', '123 456', '123-456', '\t123456\n', '123　456'])(
  'a code pasted as %j is read',
  (typed) => expect(foldCode(typed)).toBe('123456'),
);
