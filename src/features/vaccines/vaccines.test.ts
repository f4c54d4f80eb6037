import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxes, vials } from '../../kernel/quantities.ts';
import { dosesOf, dosesPerVialOn, suppliesFor, vialsOf } from './vaccines.ts';

const pfizer = { vialsPerUnit: 195, dilution: true };
const moderna = { vialsPerUnit: 10, dilution: false };
const supplies = (units: number, pack: typeof pfizer, perVial: number) =>
  Object.values(suppliesFor(vialsOf(boxes(units), pack), perVial, pack));

describe('needles and syringes', () => {
  test.each([
    ['1 Pfizer box at 6 doses', 1, pfizer, 6, [14, 12, 2]],
    ['1 Pfizer box at 5 doses', 1, pfizer, 5, [12, 10, 2]],
    ['2 Pfizer boxes at 6 doses', 2, pfizer, 6, [28, 24, 4]],
    ['1 Moderna box', 1, moderna, 10, [1, 1, 0]],
    ['nothing', 0, pfizer, 6, [0, 0, 0]],
  ])('%s', (_name, units, pack, perVial, expected) => {
    expect(supplies(units, pack, perVial)).toEqual(expected);
  });

  test('always enough, and never a box too many', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 20 }), fc.boolean(), (count, perVial, dilution) => {
        const { needles, syringes, diluentSyringes } = suppliesFor(vials(count), perVial, { dilution });
        const needed = [count * perVial + (dilution ? count : 0), count * perVial, dilution ? count : 0];
        [needles, syringes, diluentSyringes].forEach((given, i) => {
          const need = needed[i] as number;
          expect(given * 100).toBeGreaterThanOrEqual(need);
          expect(given * 100 - need).toBeLessThan(100);
        });
      }),
    );
  });
});

test('a Pfizer box is 195 vials and 1,170 doses', () => {
  expect(dosesOf(vialsOf(boxes(1), pfizer), 6)).toBe(1170);
});

test('doses per vial go by the first day of the delivery period', () => {
  const entries = [
    { fromDay: '2021-02-14', doses: 5 },
    { fromDay: '2021-04-12', doses: 6 },
  ] as const;
  expect(dosesPerVialOn(entries, '2021-02-13')).toBeNull();
  expect(dosesPerVialOn(entries, '2021-04-11')).toBe(5);
  expect(dosesPerVialOn(entries, '2021-04-12')).toBe(6);
});
