import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { faultsOfLots, sameLots, type TypedLot, toLots, typedLots } from './lots.ts';

const shipped = asDay('2021-05-09');
const expiry = asDay('2021-09-30');
const line = (key: string, lot: string, vials: number | null): TypedLot => ({ key, lot, expiry, vials });

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
