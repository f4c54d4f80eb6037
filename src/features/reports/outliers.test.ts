import { expect, test } from 'vitest';
import { isFarFromPast } from './outliers.ts';

test.each([
  [600, [100, 120], false],
  [601, [100, 120], true],
  [99, [1, 2], false],
  [100, [1, 2], true],
  [10_000, [100], false],
  [10_000, [], false],
  [500, [0, -20], true],
])('%i after %j: %s', (increase, past, far) => expect(isFarFromPast(increase, past)).toBe(far));
