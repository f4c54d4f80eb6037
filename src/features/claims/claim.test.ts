import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '../../kernel/calendar.ts';
import { allOf, type ClaimContent, noLate, othersOf, reckon, type Sheet } from './claim.ts';
import { changesOf } from './claim-changes.ts';
import { addUp, amountOf, type Counts, noCounts, totalOf } from './claim-counts.ts';
import { type CountKey, countKeys, formOf, pricesOf } from './claim-forms.ts';
import { reasonAgainst } from './claim-outputs.ts';

const counts = (some: Partial<Counts>): Counts => ({ ...noCounts, ...some });
const prices = pricesOf('2021-04');
const own = { code: '131032', name: '東京都港区' };
const blank: Sheet = { own: noCounts, others: [] };
const claim = (sheet: Sheet, month: Month = '2021-04'): ClaimContent => ({
  month,
  formVersion: formOf(month).version,
  own,
  sheets: { with: sheet, without: blank },
  late: { with: noLate, without: noLate },
});
const example: Sheet = {
  own: counts({ screening: 3, older: 120 }),
  others: [
    { residence: { code: '131130', name: '東京都渋谷区' }, counts: counts({ screening: 1, older: 25 }) },
    { residence: { code: '232131', name: '愛知県西尾市' }, counts: counts({ older: 4 }) },
  ],
};

describe('the worked examples', () => {
  test.each([
    ['own', example.own, 278_322, 123],
    ['A', example.others[0]?.counts ?? noCounts, 58_619, 26],
    ['B', example.others[1]?.counts ?? noCounts, 9_108, 4],
  ] as const)('%s', (_name, line, yen, sheets) => {
    expect(amountOf(line, prices)).toBe(yen);
    expect(totalOf(line)).toBe(sheets);
  });

  test('請求総括書 including own residents and not', () => {
    expect(reckon(claim(example), prices)).toEqual({ sheets: 153, amount: 346_049 });
    expect(reckon(claim(example), prices, false)).toEqual({ sheets: 30, amount: 67_727 });
  });

  test('時間外 and 休日 cost extra on the same 予診票', () => {
    const line = counts({ older: 10, overtime: 4, holiday: 2 });
    expect(amountOf(line, pricesOf('2022-01'))).toBe(30_668);
    expect(totalOf(line)).toBe(10);
  });

  test('prices with tax', () => {
    expect(prices).toEqual({ screening: 1694, older: 2277, younger: 3003, overtime: 803, holiday: 2343 });
  });
});

test.each([
  ['2021-04', 'v1', []],
  ['2021-12', 'v1', []],
  ['2022-01', 'v2', ['overtime', 'holiday']],
] as const)('the edition of %s is %s', (month, version, attributes) => {
  expect(formOf(month)).toMatchObject({ version, attributes });
});

const count = fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: null });
const line = fc.record(Object.fromEntries(countKeys.map((key) => [key, count]))) as fc.Arbitrary<Counts>;

describe('sums', () => {
  test('are those of the lines in any order and grouping, and money adds up like counts', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.nat(), (lines, at) => {
        const cut = lines.length === 0 ? 0 : at % lines.length;
        const parts = [addUp(lines.slice(cut)), addUp(lines.slice(0, cut))];
        expect(addUp(parts)).toEqual(addUp(lines));
        expect(amountOf(addUp(lines), prices)).toBe(lines.reduce((sum, one) => sum + amountOf(one, prices), 0));
        expect(Number.isSafeInteger(amountOf(addUp(lines), prices))).toBe(true);
      }),
    );
  });

  test('of nothing entered is nothing, not 0', () => {
    expect(totalOf(addUp([noCounts, noCounts]))).toBeNull();
    expect(totalOf(addUp([noCounts, counts({ older: 0 })]))).toBe(0);
  });

  test('総数 is own and それ以外の方', () => {
    fc.assert(
      fc.property(line, fc.array(line, { maxLength: 10 }), (mine, others) => {
        const sheet: Sheet = {
          own: mine,
          others: others.map((one, i) => ({ residence: { code: String(i), name: '' }, counts: one })),
        };
        const key: CountKey = 'older';
        expect(allOf(sheet)[key] ?? 0).toBe((mine[key] ?? 0) + (othersOf(sheet)[key] ?? 0));
      }),
    );
  });
});

test('a correction says what it changed', () => {
  const next = claim({ own: counts({ screening: 3, older: 121 }), others: example.others.slice(0, 1) });
  expect(changesOf(claim(example), next)).toEqual([
    'クーポンあり 医療機関と同一市内にお住まいの方 6歳以上 120 → 121',
    'クーポンあり 愛知県西尾市 6歳以上 4 → 空欄',
  ]);
  expect(changesOf(claim(example), claim(example))).toEqual([]);
});

test('an output without entries is not offered and says why', () => {
  expect(reasonAgainst('summary-all', null)).toContain('「保存」');
  expect(reasonAgainst('with', claim(example))).toBeNull();
  expect(reasonAgainst('without', claim(example))).toContain('「クーポンなし」の表に入力がない');
  expect(reasonAgainst('summary-others', claim({ own: example.own, others: [] }))).toContain('「それ以外の方」');
  expect(reasonAgainst('summary-all', claim(blank))).toContain('入力がない');
});
