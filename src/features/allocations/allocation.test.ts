import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitByWeight } from './allocation.ts';

const weights = fc.array(fc.nat(14_000_000), { minLength: 1, maxLength: 180 });
const total = fc.nat(100_000_000);
const sum = (ns: readonly number[]) => ns.reduce((a, b) => a + b, 0);

describe('splitByWeight', () => {
  test('gives the largest remainders one more', () => {
    expect(splitByWeight(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(splitByWeight(7, [50, 30, 20])).toEqual([4, 2, 1]);
    expect(splitByWeight(1, [1, 2])).toEqual([0, 1]);
  });

  test('splits evenly where nothing weighs', () => {
    expect(splitByWeight(5, [0, 0])).toEqual([3, 2]);
    expect(splitByWeight(5, [])).toEqual([]);
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses %s', (bad) => {
    expect(() => splitByWeight(bad, [1])).toThrow(RangeError);
    expect(() => splitByWeight(1, [bad])).toThrow(RangeError);
  });

  test('gives out the total, nobody more or less than one off the exact share', () => {
    fc.assert(
      fc.property(total, weights, (n, ws) => {
        const shares = splitByWeight(n, ws);
        expect(sum(shares)).toBe(n);
        const all = sum(ws);
        if (all === 0) return;
        shares.forEach((share, i) => {
          const exact = BigInt(n) * BigInt(ws[i] ?? 0);
          expect(BigInt(share) * BigInt(all) > exact - BigInt(all)).toBe(true);
          expect(BigInt(share) * BigInt(all) < exact + BigInt(all)).toBe(true);
        });
      }),
    );
  });

  test('who weighs more never gets less, who weighs nothing gets nothing', () => {
    fc.assert(
      fc.property(total, weights, (n, ws) => {
        const shares = splitByWeight(n, ws);
        const pairs = ws
          .map((weight, i) => ({ weight, share: shares[i] ?? 0 }))
          .sort((a, b) => a.weight - b.weight || a.share - b.share);
        for (const [i, pair] of pairs.slice(1).entries())
          expect(pair.share).toBeGreaterThanOrEqual(pairs[i]?.share ?? 0);
        if (sum(ws) > 0) for (const { weight, share } of pairs) if (weight === 0) expect(share).toBe(0);
      }),
    );
  });
});
