import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { faultsOfLots, isLot, normaliseLot, sameLots, type TypedLot, toLots, typedLots } from './lots.ts';

const shipped = asDay('2021-05-09');
const expiry = asDay('2021-09-30');
const line = (key: string, lot: string, vials: number | null): TypedLot => ({ key, lot, expiry, vials });

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

describe('lots of a delivery', () => {
  const split = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
  const lines = (parts: readonly number[]) => parts.map((vials, at) => line(String(at), `EY${at}`, vials));

  test('are taken when they add up, however they are split, and never otherwise', () => {
    fc.assert(
      fc.property(split, fc.integer({ min: -3, max: 3 }), (parts, off) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const faults = faultsOfLots(lines(parts), sum + off, shipped);
        return (Object.keys(faults).length === 0) === (off === 0);
      }),
    );
  });

  test('the order does not matter when they are compared; a different count does', () => {
    fc.assert(fc.property(split, (parts) => sameLots(toLots(lines(parts)), toLots(lines(parts).toReversed()))));
    expect(sameLots(toLots([line('1', 'A', 1)]), toLots([line('1', 'A', 2)]))).toBe(false);
  });

  test('blank lines are not there', () => {
    expect(typedLots([{ key: '1', lot: '', expiry: null, vials: null }, line('2', 'A', null)])).toHaveLength(1);
  });
});
