import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxes, vials } from '../../kernel/quantities.ts';
import { entryFaults, fixFaults, type ReceiverFacts } from './check-sheet.ts';
import { showMixed } from './mixed.ts';
import { changesBetween } from './revision-diff.ts';
import type { Line } from './sheet.ts';
import { inputName, linesFrom, linesTyped, mergeLines, sheetShapes, valuesFrom } from './sheet-shape.ts';
import { totalsOf } from './sheet-sums.ts';

const pack = { vialsPerUnit: 195, unitName: '箱' };
const line = (receiver: string, units: number | null, loose: number | null = null): Line => ({
  receiver,
  frame: 'plan',
  units: units === null ? null : boxes(units),
  vials: loose === null ? null : vials(loose),
});
const receiver = (key: string, facts: Partial<ReceiverFacts> = {}): ReceiverFacts => ({
  key,
  name: key,
  fixedBelow: null,
  doctors: null,
  hasRequest: null,
  ...facts,
});
const amount = fc.option(fc.nat(1000), { nil: null });
const typedLine = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), amount).map(([key, units]) => line(key, units));

test.each([
  [0, '0箱'],
  [195, '1箱'],
  [240, '1箱と45バイアル'],
  [45, '45バイアル'],
  [-240, '-1箱と45バイアル'],
  [195_000, '1,000箱'],
])('%i vials are shown as %s', (count, text) => {
  expect(showMixed(count, 195, '箱')).toBe(text);
});

describe('a sheet adds up', () => {
  test('boxes and vials in vials; not entered is neither zero nor something', () => {
    const totals = totalsOf(
      [line('a', 2), line('b', null, 45), line('c', 0)],
      ['a', 'b', 'c', 'd'],
      vials(390),
      pack,
      6,
    );
    expect(totals).toEqual({ given: 435, left: -45, doses: 2610, some: 2, zero: 1, missing: 1 });
    expect(totalsOf([], ['a'], null, pack, 6)).toEqual({
      given: null,
      left: null,
      doses: null,
      some: 0,
      zero: 0,
      missing: 1,
    });
  });

  test('what is left and what is given are what came, and everyone is counted once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(typedLine, { selector: (one) => one.receiver }), fc.nat(5000), (lines, came) => {
        const totals = totalsOf(lines, ['a', 'b', 'c', 'd'], vials(came), pack, 6);
        expect((totals.given ?? 0) + (totals.left ?? 0)).toBe(came);
        expect(totals.some + totals.zero + totals.missing).toBe(4);
      }),
    );
  });
});

describe('lines and inputs', () => {
  test('say the same in both directions', () => {
    const cells = fc.record({ plan: amount, adjustment: amount });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('131016', '131032'), cells), (input) => {
        const shape = sheetShapes.prefectural;
        const values = valuesFrom(shape, linesFrom(shape, input));
        expect(linesTyped(shape, Object.keys(input), (name) => values[name] ?? '')).toEqual(linesFrom(shape, input));
      }),
    );
  });

  test('what cannot be read counts as not entered in sums', () => {
    const typed = {
      [inputName('a', 'plan')]: '１,０００',
      [inputName('b', 'plan')]: '-5',
      [inputName('c', 'plan')]: '1.5',
    };
    const lines = linesTyped(sheetShapes.national, ['a', 'b', 'c'], (name) => typed[name] ?? '');
    expect(lines.filter(({ frame }) => frame === 'plan').map(({ units }) => units)).toEqual([1000, null, null]);
  });

  test('a cleared cell takes the place of what was saved', () => {
    expect(mergeLines([line('a', 1), line('b', 2)], [line('a', null)])).toEqual([line('a', null), line('b', 2)]);
  });
});

describe('faults', () => {
  const shape = sheetShapes.municipal;

  test('of entry: strangers, and boxes with vials', () => {
    const faults = entryFaults({ shape, lines: [line('x', 1), line('a', 1, 1)], receivers: [receiver('a')] });
    expect(Object.keys(faults)).toEqual(['lines.x.units', 'lines.a.vials']);
  });

  test('of a row: below what is fixed, no doctor, no request; a zero needs neither', () => {
    const receivers = [
      receiver('a', { fixedBelow: vials(240) }),
      receiver('b', { doctors: 0 }),
      receiver('c', { hasRequest: false }),
      receiver('d', { doctors: 0 }),
    ];
    const lines = [line('a', 1), line('b', null, 5), line('c', 1), line('d', 0)];
    const faults = fixFaults({ shape, lines, receivers, came: vials(10_000), pack });
    expect(Object.keys(faults)).toEqual(['lines.a.units', 'lines.b.vials', 'lines.c.units']);
    expect(faults['lines.a.units']).toContain('1箱と45バイアル');
  });

  test('a row that does not grow stays, whatever became of its receiver', () => {
    const receivers = [receiver('a', { doctors: 0 }), receiver('b', { doctors: 0 })];
    const check = { shape, receivers, came: vials(10_000), pack, former: [line('a', 2), line('b', 2)] };
    expect(Object.keys(fixFaults({ ...check, lines: [line('a', 2), line('b', 3)] }))).toEqual(['lines.b.units']);
  });

  test('a sheet without faults never gives more than came, nor less than is fixed below', () => {
    fc.assert(
      fc.property(fc.array(typedLine), fc.nat(400_000), fc.nat(1000), (some, came, floor) => {
        const lines = mergeLines([], some);
        const receivers = ['a', 'b', 'c', 'd'].map((key) =>
          receiver(key, key === 'a' ? { fixedBelow: vials(floor) } : {}),
        );
        const faults = fixFaults({ shape: sheetShapes.national, lines, receivers, came: vials(came), pack });
        const given = lines.reduce((sum, { units }) => sum + (units ?? 0) * 195, 0);
        const first = (lines.find((one) => one.receiver === 'a')?.units ?? 0) * 195;
        if (Object.keys(faults).length === 0) {
          expect(given).toBeLessThanOrEqual(came);
          expect(first).toBeGreaterThanOrEqual(floor);
        }
        if (given > came) expect(faults.total).toBeDefined();
      }),
    );
  });
});

test('changes between revisions are those that differ, with what went and came', () => {
  const changes = changesBetween(
    [line('a', 1), line('b', 2), line('c', 3)],
    [line('a', 1), line('b', 5), line('d', 0)],
  );
  expect(changes.map(({ receiver: key, before, after }) => [key, before.units, after.units])).toEqual([
    ['b', 2, 5],
    ['d', null, 0],
    ['c', 3, null],
  ]);
});
