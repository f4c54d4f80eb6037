import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Boxes, boxes } from '../../kernel/quantities.ts';
import {
  type AreaDemand,
  amountOf,
  type Confirmation,
  isOutdated,
  storageFault,
  storagesFor,
  totalOfAreas,
  totalOfVenues,
  type VenueDemand,
} from './demands.ts';

const pfizer = { vialsPerUnit: 195, dilution: true };

const venue = (requested: number | null, corrected: number | null = null): VenueDemand => ({
  venueId: 1,
  code: '1310300015',
  name: '芝公園病院',
  requested: requested === null ? null : boxes(requested),
  corrected: corrected === null ? null : boxes(corrected),
  effective: requested === null ? null : boxes(corrected ?? requested),
  correctionReason: null,
  storage: null,
  freezers75: null,
  registeredAt: null,
});

describe('sums', () => {
  const amount = fc.option(fc.nat(99_999));
  const venues = fc.array(fc.tuple(amount, amount).map(([a, b]) => venue(a, a === null ? null : b)));

  test('not entered is not zero: all missing stays unknown, one zero is known', () => {
    expect(totalOfVenues([venue(null), venue(null)])).toEqual({
      sum: null,
      requestedSum: null,
      venuesEntered: 0,
      venuesMissing: 2,
    });
    expect(totalOfVenues([venue(null), venue(0)])).toMatchObject({ sum: 0, venuesEntered: 1, venuesMissing: 1 });
  });

  test('every venue counts once, entered or missing, and a correction counts instead of the request', () => {
    fc.assert(
      fc.property(venues, (list) => {
        const total = totalOfVenues(list);
        expect(total.venuesEntered + total.venuesMissing).toBe(list.length);
        const known = list.filter(({ requested }) => requested !== null);
        const sum = known.reduce((all, one) => all + (one.corrected ?? one.requested ?? 0), 0);
        expect(total.sum).toBe(known.length === 0 ? null : sum);
      }),
    );
  });

  test('the sum of the areas is the sum of their venues, however they are split', () => {
    const area = (list: readonly VenueDemand[]): AreaDemand => ({
      code: '',
      name: '',
      ...totalOfVenues(list),
      confirmedBoxes: null,
      municipalities: 1,
      municipalitiesConfirmed: 0,
    });
    fc.assert(
      fc.property(venues, venues, (a, b) => {
        expect(totalOfAreas([area(a), area(b)])).toMatchObject(totalOfVenues([...a, ...b]));
      }),
    );
  });
});

test('an amount in vials, doses, needles and syringes; unknown stays unknown', () => {
  expect(amountOf(boxes(2), pfizer, 6)).toEqual({
    boxes: 2,
    vials: 390,
    doses: 2340,
    needles: 28,
    syringes: 24,
    diluentSyringes: 4,
  });
  expect(amountOf(null, pfizer, 6)).toBeNull();
});

test('without a −75 ℃ freezer there is only dry ice (M2.4-3-2)', () => {
  expect(storagesFor(true, 1)).toEqual(['freezer', 'dry_ice']);
  for (const freezers of [0, null]) expect(storagesFor(true, freezers)).toEqual(['dry_ice']);
  expect(storagesFor(false, 1)).toEqual([]);
  expect(storageFault('freezer', ['dry_ice'])).toContain('ドライアイス');
  expect(storageFault(null, ['dry_ice'])).toBe('保管管理を選択してください。');
  expect(storageFault(null, [])).toBeNull();
  expect(storageFault('dry_ice', ['dry_ice'])).toBeNull();
});

test('a confirmation is old after any change, one that keeps the sum too', () => {
  const at = new Date('2021-04-28T10:00:00+09:00');
  const confirmation: Confirmation = {
    boxes: boxes(3),
    venuesEntered: 2,
    venuesMissing: 1,
    confirmedAt: at,
    confirmedBy: '',
    version: 1,
  };
  const now = { sum: boxes(3) as Boxes | null, requestedSum: boxes(3), venuesEntered: 2, venuesMissing: 1 };
  expect(isOutdated(confirmation, now, at)).toBe(false);
  expect(isOutdated(confirmation, { ...now, sum: boxes(4) }, at)).toBe(true);
  expect(isOutdated(confirmation, { ...now, venuesEntered: 3 }, at)).toBe(true);
  expect(isOutdated(confirmation, now, new Date(at.getTime() + 1))).toBe(true);
});
