import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, type Day } from '../../kernel/calendar.ts';
import { faultOfDeliveryDay, faultsOfShipDays, isOutside } from './dates.ts';

const row = {
  deliveryFrom: asDay('2021-05-10'),
  deliveryTo: asDay('2021-05-23'),
  item: 'vaccine',
  storage: 'dry_ice',
  shipDay: null,
  deliveryDay: null,
} as const;

const near = fc.integer({ min: -60, max: 73 }).map((days) => addDays(row.deliveryFrom, days));
const far = fc
  .oneof(fc.integer({ min: -5000, max: -61 }), fc.integer({ min: 74, max: 5000 }))
  .map((days) => addDays(row.deliveryFrom, days));
const dayOrNull = fc.option(near, { nil: null });

describe('納入予定日', () => {
  test('near its クール it is taken, far from it never', () => {
    fc.assert(fc.property(near, (day) => faultOfDeliveryDay(day, row) === null));
    fc.assert(fc.property(far, (day) => faultOfDeliveryDay(day, row) !== null));
  });

  test('the first and the last day of the period are inside', () => {
    const at = (day: string) => isOutside(asDay(day), row);
    expect([at('2021-05-09'), at('2021-05-10'), at('2021-05-23'), at('2021-05-24')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('製薬メーカー出荷日 and dry ice', () => {
  test('days without a fault are always in order', () => {
    const inOrder = (days: readonly (Day | null)[]) => {
      const known = days.filter((day) => day !== null);
      return known.every((day, at) => at === 0 || (known[at - 1] ?? day) <= day);
    };
    fc.assert(
      fc.property(dayOrNull, dayOrNull, dayOrNull, dayOrNull, (shipDay, next, after, deliveryDay) => {
        const days = { shipDay, nextExchangeDay: next, afterNextExchangeDay: after };
        const faults = faultsOfShipDays(days, { ...row, deliveryDay });
        if (Object.keys(faults).length > 0) return true;
        const alone = shipDay !== null || (next === null && after === null);
        return alone && inOrder([shipDay, next, after]) && inOrder([shipDay, deliveryDay]);
      }),
    );
  });

  test('days in order are always taken', () => {
    const sorted = fc.tuple(near, near, near).map((days) => days.toSorted() as [Day, Day, Day]);
    fc.assert(
      fc.property(sorted, ([shipDay, next, after]) => {
        const days = { shipDay, nextExchangeDay: next, afterNextExchangeDay: after };
        return Object.keys(faultsOfShipDays(days, row)).length === 0;
      }),
    );
  });

  test('no dry ice, no exchange', () => {
    const days = { shipDay: asDay('2021-05-09'), nextExchangeDay: asDay('2021-05-14'), afterNextExchangeDay: null };
    expect(faultsOfShipDays(days, { ...row, storage: 'freezer' })).toHaveProperty('nextExchangeDay');
  });
});
