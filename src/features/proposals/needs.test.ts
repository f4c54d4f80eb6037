import { expect, test } from 'vitest';
import { needOf, type VenueFigures, weighBy } from './needs.ts';

const days = { lookBackDays: 14, coverDays: 21 };
const venue = (figures: Partial<VenueFigures>): VenueFigures => ({
  key: '1',
  prefectureCode: '13',
  municipalityCode: '131032',
  demand: null,
  stock: null,
  used: null,
  usedBefore: null,
  hasDoctor: true,
  ...figures,
});

test('use of 14 days lasts for 21, less what is in stock', () => {
  expect(needOf(venue({ stock: 940, used: 1400, usedBefore: 0 }), days, 1170)).toEqual({
    doses: 2100 - 940,
    assumed: false,
  });
  expect(needOf(venue({ stock: -50, used: 14, usedBefore: 0 }), days, 1170).doses).toBe(21);
  expect(needOf(venue({ stock: 9999, used: 14, usedBefore: 0 }), days, 1170).doses).toBe(0);
  expect(needOf(venue({ stock: 10, used: 90, usedBefore: 100 }), days, 1170).doses).toBe(0);
});

test('where stock or use is unknown the demand stands in, and is said to', () => {
  expect(needOf(venue({ demand: 2, stock: 100 }), days, 1170)).toEqual({ doses: 2340, assumed: true });
  expect(needOf(venue({ demand: 2, used: 100 }), days, 1170).assumed).toBe(true);
  expect(needOf(venue({}), days, 1170)).toEqual({ doses: 0, assumed: true });
});

test('venues add up by area; a demand that nobody entered stays unknown', () => {
  const sums = weighBy(
    [
      venue({ demand: 2 }),
      venue({ key: '2', stock: 0, used: 28, usedBefore: 0 }),
      venue({ key: '3', municipalityCode: '131016' }),
    ],
    ({ municipalityCode }) => municipalityCode,
    days,
    1170,
  );
  expect(sums.get('131032')).toEqual({ demand: 2, need: 2340 + 42, venues: 2, known: 1 });
  expect(sums.get('131016')).toEqual({ demand: null, need: 0, venues: 1, known: 0 });
});
