import { expect, test } from 'vitest';
import { isPasswordOld, passwordValidUntil } from './password-age.ts';

test.each([
  ['2021-04-19T10:00:00+09:00', '2021-07-19T10:00:00+09:00'],
  ['2021-11-30T23:59:00+09:00', '2022-02-28T23:59:00+09:00'],
  ['2023-11-30T00:00:00+09:00', '2024-02-29T00:00:00+09:00'],
  ['2021-10-01T00:00:00+09:00', '2022-01-01T00:00:00+09:00'],
  // In Japan it is the 1st already.
  ['2021-04-30T15:30:00Z', '2021-08-01T00:30:00+09:00'],
])('%s is valid until %s', (changed, until) => {
  expect(passwordValidUntil(new Date(changed))).toEqual(new Date(until));
  expect(isPasswordOld(new Date(changed), new Date(new Date(until).getTime() - 1))).toBe(false);
  expect(isPasswordOld(new Date(changed), new Date(until))).toBe(true);
});

test('an age that nobody knows is too old', () => {
  expect(isPasswordOld(null, new Date())).toBe(true);
});
