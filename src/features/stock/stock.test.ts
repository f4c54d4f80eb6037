import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { atMostVials, type Balance, byExpiry, partsPerVial, stockVials, usedVials } from './stock.ts';

const none: Balance = {
  received: 0,
  transferredIn: 0,
  transferredOut: 0,
  disposed: 0,
  corrected: 0,
  usedDoses: 0,
  usedParts: 0,
  inflows: 0,
};
const perVial = fc.integer({ min: 1, max: 20 });
const increases = fc.array(fc.record({ doses: fc.integer({ min: 0, max: 100_000 }), perVial }), { maxLength: 20 });
const partsOf = (list: readonly { doses: number; perVial: number }[]): number =>
  list.reduce((sum, { doses, perVial: n }) => sum + doses * (partsPerVial / n), 0);

describe('used vials', () => {
  test('are the ceiling of the exact sum of fractions', () => {
    fc.assert(
      fc.property(increases, (list) => {
        // The same in whole numbers of any size: Σ doses/n over the common denominator.
        const common = list.reduce((product, { perVial: n }) => product * BigInt(n), 1n);
        const sum = list.reduce((total, { doses, perVial: n }) => total + (BigInt(doses) * common) / BigInt(n), 0n);
        const ceiling = sum === 0n ? 0n : (sum + common - 1n) / common;
        return BigInt(usedVials({ usedParts: partsOf(list) })) === ceiling;
      }),
    );
  });

  test('of one vial opened is one, and three fifths of three vials are not rounded thrice', () => {
    expect(usedVials({ usedParts: partsOf([{ doses: 1, perVial: 6 }]) })).toBe(1);
    const fifths = Array.from({ length: 5 }, () => ({ doses: 3, perVial: 5 }));
    expect(usedVials({ usedParts: partsOf(fifths) })).toBe(3);
  });
});

describe('stock', () => {
  test('is what came less what went, thrown away and used', () => {
    const usedParts = partsOf([{ doses: 61, perVial: 6 }]);
    const balance = {
      ...none,
      received: 195,
      transferredOut: 20,
      transferredIn: 3,
      disposed: 2,
      corrected: -1,
      usedParts,
    };
    expect(stockVials({ ...balance, inflows: 2 })).toBe(195 - 20 + 3 - 2 - 1 - 11);
  });

  test('is unknown, not 0 and not negative, where nothing is known to have come', () => {
    expect(stockVials({ ...none, usedParts: partsPerVial })).toBeNull();
  });

  test('may be negative: more went than came', () => {
    expect(stockVials({ ...none, received: 5, transferredOut: 6, inflows: 1 })).toBe(-1);
  });

  test('of a lot is at most what came and did not go', () => {
    expect(atMostVials({ received: 10, transferredIn: 5, transferredOut: 3, disposed: 2, corrected: 1 })).toBe(11);
  });
});

test('first expired, first out; unknown expiries last', () => {
  const lots = [
    { lot: 'C', expiry: null },
    { lot: 'B', expiry: asDay('2021-09-30') },
    { lot: 'A', expiry: asDay('2021-09-30') },
    { lot: 'D', expiry: asDay('2021-08-31') },
  ];
  expect(lots.sort(byExpiry).map(({ lot }) => lot)).toEqual(['D', 'A', 'B', 'C']);
});
