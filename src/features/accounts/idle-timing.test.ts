import { expect, test } from 'vitest';
import { canExtend, firstAsk, warnSeconds, whatNow } from './idle-timing.ts';

test('a page asks before the two minutes begin', () => {
  expect(firstAsk).toBeLessThan(30 * 60 - warnSeconds);
});

test.each([
  [1800, 'nothing', 1680],
  [121, 'nothing', 1],
  [120, 'warning', 10],
  [3, 'warning', 3],
  [0, 'over', 0],
] as const)('%d seconds left: %s', (left, show, again) => {
  expect(whatNow({ left, longest: 40_000 })).toEqual({ show, again });
});

test('twelve hours are the end, whatever is pressed', () => {
  expect(canExtend({ left: 90, longest: 90 })).toBe(false);
  expect(canExtend({ left: 90, longest: 1000 })).toBe(true);
});
