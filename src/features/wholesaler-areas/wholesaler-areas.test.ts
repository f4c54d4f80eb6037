import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, type Day } from '../../kernel/calendar.ts';
import {
  findClash,
  overlap,
  planChange,
  servingRow,
  type Term,
  termState,
  type WholesalerArea,
} from './wholesaler-areas.ts';

const first = asDay('2021-04-01');
const today = asDay('2021-04-26');
const row = (change: Partial<WholesalerArea> = {}): WholesalerArea => ({
  id: 1,
  wholesalerId: 7,
  wholesalerName: '甲',
  vaccineId: 1,
  prefectureCode: '13',
  municipalityCode: null,
  fromDay: first,
  toDay: null,
  version: 1,
  ...change,
});
const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(first, n));
const terms = fc
  .tuple(days, fc.option(fc.nat(30)))
  .map(([fromDay, length]): Term => ({ fromDay, toDay: length === null ? null : addDays(fromDay, length) }));
const covers = ({ fromDay, toDay }: Term, day: Day): boolean => fromDay <= day && (toDay === null || day <= toDay);

describe('overlap', () => {
  test('is what sharing a day means, and goes both ways', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const shared = Array.from({ length: 120 }, (_, n) => addDays(first, n)).some(
          (day) => covers(a, day) && covers(b, day),
        );
        expect(overlap(a, b)).toBe(shared);
        expect(overlap(b, a)).toBe(shared);
      }),
    );
  });

  test('counts within one area only', () => {
    expect(findClash([row()], { municipalityCode: '131032', fromDay: first, toDay: null })).toBeUndefined();
    expect(findClash([row()], { municipalityCode: null, fromDay: today, toDay: today })?.id).toBe(1);
    expect(findClash([row()], { municipalityCode: null, fromDay: today, toDay: today }, 1)).toBeUndefined();
  });
});

test('a municipality’s own row goes before that of the whole prefecture', () => {
  const rows = [
    row(),
    row({ id: 2, municipalityCode: '131032', fromDay: asDay('2021-05-01'), toDay: asDay('2021-05-31') }),
  ];
  expect(servingRow(rows, '131032', asDay('2021-04-30'))?.id).toBe(1);
  expect(servingRow(rows, '131032', asDay('2021-05-01'))?.id).toBe(2);
  expect(servingRow(rows, '131032', asDay('2021-06-01'))?.id).toBe(1);
  expect(servingRow(rows, '131041', asDay('2021-05-01'))?.id).toBe(1);
  expect(servingRow([], '131041', today)).toBeNull();
});

describe('planChange', () => {
  const plan = (change: Partial<WholesalerArea>, to: Parameters<typeof planChange>[1]) =>
    planChange(row(change), to, today);

  test('another wholesaler takes over: the row ends the day before', () => {
    expect(plan({}, { wholesalerId: 8, changeFrom: asDay('2021-06-01'), toDay: null })).toEqual({
      row: { wholesalerId: 7, fromDay: first, toDay: '2021-05-31' },
      next: { wholesalerId: 8, fromDay: '2021-06-01', toDay: null },
    });
  });

  test.each([
    [{}, { wholesalerId: 8, changeFrom: null, toDay: null }, 'changeFrom'],
    [{}, { wholesalerId: 8, changeFrom: asDay('2021-04-25'), toDay: null }, 'changeFrom'],
    [{ toDay: asDay('2021-05-01') }, { wholesalerId: 8, changeFrom: asDay('2021-05-02'), toDay: null }, 'changeFrom'],
    [{}, { wholesalerId: 8, changeFrom: asDay('2021-06-01'), toDay: asDay('2021-05-31') }, 'toDay'],
    [{}, { wholesalerId: 7, changeFrom: null, toDay: asDay('2021-04-25') }, 'toDay'],
    [{ toDay: asDay('2021-04-25') }, { wholesalerId: 7, changeFrom: null, toDay: null }, 'toDay'],
    [{ fromDay: asDay('2021-05-01') }, { wholesalerId: 7, changeFrom: asDay('2021-04-25'), toDay: null }, 'changeFrom'],
  ])('%o with %o is refused', (change, to, name) => {
    expect(
      planChange(row(change as Partial<WholesalerArea>), to as Parameters<typeof planChange>[1], today),
    ).toHaveProperty(['faults', name]);
  });

  test('leaves no hole, no overlap, and never touches the past', () => {
    fc.assert(
      fc.property(
        terms,
        fc.constantFrom(7, 8),
        fc.option(days),
        fc.option(days),
        (term, wholesalerId, changeFrom, toDay) => {
          const before = row(term);
          const result = planChange(before, { wholesalerId, changeFrom, toDay }, today);
          if ('faults' in result) return;
          const after = result.next ? [result.row, result.next] : [result.row];
          for (const { fromDay, toDay: end } of after) if (end !== null) expect(end >= fromDay).toBe(true);
          if (result.next) {
            expect(overlap(result.row, result.next)).toBe(false);
            expect(addDays(result.row.toDay ?? today, 1)).toBe(result.next.fromDay);
          }
          const serving = (rows: readonly (Term & { wholesalerId: number })[], day: Day) =>
            rows.find((one) => covers(one, day))?.wholesalerId;
          for (let day = first; day < today; day = addDays(day, 1))
            expect(serving(after, day)).toBe(serving([before], day));
          expect(termState(before, today)).not.toBe('over');
        },
      ),
    );
  });
});
