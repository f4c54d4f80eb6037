import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLot, normaliseLot } from './lot-text.ts';

describe('a lot as it is typed', () => {
  test.each([
    ['ｅｙ　５４２０', 'EY5420'],
    [' ey 5420 ', 'EY5420'],
    ['ey‐54−20', 'EY-54-20'],
  ])('「%s」 is %s', (typed, lot) => expect(normaliseLot(typed)).toBe(lot));

  test('is the same however often it is normalised', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (typed) => normaliseLot(normaliseLot(typed)) === normaliseLot(typed),
      ),
    );
  });

  test('has letters, digits and hyphens, 20 at most', () => {
    expect(['EY5420', 'A', '1-2', 'A'.repeat(20)].every(isLot)).toBe(true);
    expect(['', '-A', 'ロット', 'A'.repeat(21), '=A1', 'A/1'].some(isLot)).toBe(false);
  });
});
