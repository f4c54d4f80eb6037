import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blankNames,
  cellKey,
  cellsOf,
  compare,
  discardedLabel,
  type Figures,
  fillBlanks,
  totalDoses,
} from './reports.ts';

const shape = {
  categories: [
    { code: 'health_worker', label: '医療従事者' },
    { code: 'elderly', label: '高齢者' },
  ],
  doseNumbers: [1, 2],
};
const keys = cellsOf(shape).map(({ category, doseNumber }) => cellKey(category, doseNumber));
const figures = fc.record({
  counts: fc
    .tuple(...keys.map(() => fc.nat(9_999_999)))
    .map((ns) => Object.fromEntries(keys.map((key, i) => [key, ns[i] ?? 0]))),
  discardedVials: fc.nat(9999),
});
const only = (counts: Record<string, number>, discardedVials = 0): Figures => ({
  counts: { ...Object.fromEntries(keys.map((key) => [key, 0])), ...counts },
  discardedVials,
});

test('the numbers are named by row and column', () => {
  expect(cellsOf(shape).map(({ name }) => name)).toEqual([
    '医療従事者 1回目',
    '医療従事者 2回目',
    '高齢者 1回目',
    '高齢者 2回目',
  ]);
});

describe('blanks (M5.1-6-1)', () => {
  test('are named and become 0; numbers no longer asked for stay', () => {
    const typed = { counts: { 'health_worker.d1': 5 }, discardedVials: null };
    expect(blankNames(shape, typed)).toEqual(['医療従事者 2回目', '高齢者 1回目', '高齢者 2回目', discardedLabel]);
    const former = { counts: { 'health_worker.d1': 1, 'old.d1': 7 }, discardedVials: 2 };
    expect(fillBlanks(shape, typed, former)).toEqual({
      counts: { 'old.d1': 7, 'health_worker.d1': 5, 'health_worker.d2': 0, 'elderly.d1': 0, 'elderly.d2': 0 },
      discardedVials: 0,
    });
  });

  test('what is complete has no blanks and stays as it is', () => {
    fc.assert(
      fc.property(figures, (typed) => {
        expect(blankNames(shape, typed)).toEqual([]);
        expect(fillBlanks(shape, typed, null)).toEqual(typed);
      }),
    );
  });
});

describe('a second look (M5.1-6-2)', () => {
  test('is asked for when nothing grew', () => {
    const former = only({ 'elderly.d1': 100 }, 3);
    expect(compare(shape, former, former)).toEqual({ notGrown: true, fallen: [], doubtful: true });
  });

  test('is asked for when one number fell, though the total grew', () => {
    const next = only({ 'elderly.d1': 99, 'elderly.d2': 50 }, 2);
    expect(compare(shape, only({ 'elderly.d1': 100 }, 3), next)).toEqual({
      notGrown: false,
      fallen: ['高齢者 1回目', discardedLabel],
      doubtful: true,
    });
  });

  test('is not asked for by an unchanged disposal alone, nor for the first report', () => {
    expect(compare(shape, only({ 'elderly.d1': 100 }, 3), only({ 'elderly.d1': 101 }, 3)).doubtful).toBe(false);
    expect(compare(shape, null, only({})).doubtful).toBe(false);
  });

  test('is never asked for where every number is at least the registered one and doses grew', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 1000 }), fc.nat(3), (former, more, at) => {
        const key = keys[at] as string;
        const next = { ...former, counts: { ...former.counts, [key]: (former.counts[key] ?? 0) + more } };
        expect(compare(shape, former, next).doubtful).toBe(false);
        expect(totalDoses(next.counts)).toBe(totalDoses(former.counts) + more);
        expect(compare(shape, next, former).doubtful).toBe(true);
      }),
    );
  });
});
