import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountLimits, paceOf } from './account-limits.ts';

test('a hospital that mistypes is neither slowed nor refused', () => {
  expect(paceOf(accountLimits.addressFailuresBeforeSlowing)).toEqual({ refuse: false, waitMs: 0 });
});

test('the wait grows, then the door shuts', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
      const [fewer, more] = [paceOf(Math.min(a, b)), paceOf(Math.max(a, b))];
      expect(more.refuse || more.waitMs >= fewer.waitMs).toBe(true);
      expect(fewer.waitMs).toBeLessThanOrEqual(accountLimits.slowMilliseconds);
    }),
  );
  expect(paceOf(accountLimits.addressFailures).refuse).toBe(true);
});
