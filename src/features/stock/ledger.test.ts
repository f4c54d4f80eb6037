import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { balanceOf, type Entry, fitsKind, totalOf } from './ledger.ts';

const entry = fc.record({
  vaccineId: fc.integer({ min: 1, max: 2 }),
  lot: fc.constantFrom('EY5420', 'ET3674', null),
  expiry: fc.constantFrom(asDay('2021-08-31'), asDay('2021-09-30'), null),
  vials: fc.integer({ min: -500, max: 500 }),
  dosesPerVial: fc.constantFrom(5, 6, 10),
  at: fc.integer({ min: 0, max: 1_000_000 }).map((ms) => new Date(ms)),
});
const entries = fc.array(entry, { maxLength: 30 });
const vialsIn = (list: readonly { readonly vials: number }[]) => list.reduce((sum, { vials }) => sum + vials, 0);
const amounts = (list: readonly Entry[]) =>
  balanceOf(list).map(({ vaccineId, lot, vials, doses }) => [vaccineId, lot, vials, doses]);

describe('the balance', () => {
  test('adds up to the entries, whatever their signs', () => {
    fc.assert(fc.property(entries, (list) => vialsIn(balanceOf(list)) === vialsIn(list)));
    fc.assert(
      fc.property(entries, (list) => {
        const doses = list.reduce((sum, one) => sum + one.vials * one.dosesPerVial, 0);
        return balanceOf(list).reduce((sum, one) => sum + one.doses, 0) === doses;
      }),
    );
  });

  test('has one line a vaccine and lot', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const keys = balanceOf(list).map(({ vaccineId, lot }) => `${vaccineId}:${lot}`);
        return (
          new Set(keys).size === keys.length &&
          keys.length === new Set(list.map((one) => `${one.vaccineId}:${one.lot}`)).size
        );
      }),
    );
  });

  test('does not depend on the order in which the entries are read', () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    const sorted = (list: readonly Entry[]) => amounts(list).map(String).sort();
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sorted(other)).toEqual(sorted(list));
      }),
    );
  });

  test('an entry and its reverse leave nothing', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const back = list.map((one) => ({ ...one, vials: -one.vials }));
        return balanceOf([...list, ...back]).every(({ vials, doses }) => vials === 0 && doses === 0);
      }),
    );
  });

  test('doses go by the doses per vial of each receipt, expiry and as-of by the latest', () => {
    const first = {
      vaccineId: 1,
      lot: 'EY',
      expiry: asDay('2021-08-31'),
      vials: 195,
      dosesPerVial: 5,
      at: new Date(1),
    };
    const second = { ...first, expiry: asDay('2021-11-30'), dosesPerVial: 6, at: new Date(2) };
    expect(balanceOf([second, first])).toEqual([
      { vaccineId: 1, lot: 'EY', expiry: '2021-11-30', vials: 390, doses: 2145, asOf: new Date(2) },
    ]);
  });

  test('nothing known is not zero', () => {
    expect(totalOf(balanceOf([]))).toBeNull();
  });
});

test('a receipt adds something', () => {
  expect([195, 0, -1].map((signed) => fitsKind('receipt', signed))).toEqual([true, false, false]);
});
