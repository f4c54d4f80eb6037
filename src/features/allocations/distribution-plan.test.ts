import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxes, vials } from '../../kernel/quantities.ts';
import { type Given, itemsFor, planDistributions, type StandingItem } from './distribution-plan.ts';

const pfizer = { vialsPerUnit: 195, dilution: true };
const moderna = { vialsPerUnit: 10, dilution: false };
const given = (venueId: number, units: number): Given => ({ venueId, units: boxes(units), vials: vials(units * 195) });
const standing = (from: Given, far: Partial<StandingItem> = {}): StandingItem[] =>
  itemsFor(from, pfizer, 6).map((item, i) => ({
    ...item,
    id: from.venueId * 10 + i,
    venueId: from.venueId,
    shipped: false,
    delivered: false,
    ...far,
  }));

describe('the items of an amount', () => {
  test('are those of the published figures', () => {
    const packs = (n: number, doses: number) => itemsFor(given(1, n), pfizer, doses).map(({ units }) => units);
    expect(packs(1, 6)).toEqual([1, 14, 12, 2]);
    expect(packs(1, 5)).toEqual([1, 12, 10, 2]);
    expect(packs(2, 6)).toEqual([2, 28, 24, 4]);
    expect(itemsFor({ venueId: 1, units: boxes(1), vials: vials(10) }, moderna, 10)).toEqual([
      { item: 'vaccine', units: 1, pieces: 10, doses: 100, dosesPerVial: 10 },
      { item: 'needle', units: 1, pieces: 100, doses: null, dosesPerVial: 10 },
      { item: 'syringe', units: 1, pieces: 100, doses: null, dosesPerVial: 10 },
    ]);
    expect(itemsFor(given(1, 0), pfizer, 6)).toEqual([]);
  });
});

describe('a plan', () => {
  const amounts = fc.uniqueArray(
    fc.record({ venueId: fc.integer({ min: 1, max: 6 }), units: fc.integer({ min: 1, max: 5 }) }),
    {
      selector: ({ venueId }) => venueId,
    },
  );

  test('leaves the rows saying what the sheet says, and nothing to do the second time', () => {
    fc.assert(
      fc.property(amounts, amounts, (before, after) => {
        const rows = before.flatMap(({ venueId, units }) => standing(given(venueId, units)));
        const wanted = after.map(({ venueId, units }) => given(venueId, units));
        const plan = planDistributions(wanted, rows, pfizer, 6);
        const now = [
          ...rows
            .filter(({ id }) => !plan.cancel.includes(id))
            .map((row) => ({ ...row, ...plan.change.find(({ id }) => id === row.id) })),
          ...plan.create.map((row, i) => ({ ...row, id: 1000 + i, shipped: false, delivered: false })),
        ];
        expect(plan.refused.size).toBe(0);
        const vaccine = now.filter(({ item }) => item === 'vaccine');
        expect(new Map(vaccine.map((row) => [row.venueId, row.pieces]))).toEqual(
          new Map(wanted.map((one) => [one.venueId, one.vials])),
        );
        expect(planDistributions(wanted, now, pfizer, 6)).toEqual({
          create: [],
          change: [],
          cancel: [],
          refused: new Map(),
        });
      }),
    );
  });

  test('takes nothing from what was shipped, and touches nothing that was delivered', () => {
    const shipped = standing(given(1, 2), { shipped: true });
    expect([...planDistributions([given(1, 1)], shipped, pfizer, 6).refused.keys()]).toEqual([1]);
    expect([...planDistributions([], shipped, pfizer, 6).refused.keys()]).toEqual([1]);
    expect(planDistributions([given(1, 3)], shipped, pfizer, 6)).toMatchObject({
      change: { length: 4 },
      refused: new Map(),
    });
    const delivered = standing(given(1, 2), { delivered: true });
    expect([...planDistributions([given(1, 3)], delivered, pfizer, 6).refused.keys()]).toEqual([1]);
    expect(planDistributions([given(1, 2)], delivered, pfizer, 6)).toEqual({
      create: [],
      change: [],
      cancel: [],
      refused: new Map(),
    });
  });

  test('keeps the doses per vial that a row was frozen with', () => {
    const plan = planDistributions([given(1, 3), given(2, 1)], standing(given(1, 2)), pfizer, 5);
    expect(plan.change[0]?.doses).toBe(3 * 195 * 6);
    expect(plan.create[0]?.doses).toBe(195 * 5);
  });
});
