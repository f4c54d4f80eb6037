import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxes, vials } from '../../kernel/quantities.ts';
import type { Cycle } from '../cycles/index.ts';
import type { Demand } from '../demands/index.ts';
import { suppliesFor } from '../vaccines/index.ts';
import { byPhase, initialStorage, isTouched, periodLine, piecesPerUnit } from './request-part.ts';

const demand = { requested: boxes(2), storage: 'freezer' } as Demand;

test('left as it was, the request is not touched; anything else is (M2.4-3-1)', () => {
  const both = ['freezer', 'dry_ice'] as const;
  expect(isTouched({ requested: null, storage: null }, null, both)).toBe(false);
  expect(isTouched({ requested: null, storage: 'freezer' }, null, both)).toBe(true);
  expect(isTouched({ requested: 0, storage: null }, null, both)).toBe(true);
  expect(isTouched({ requested: 2, storage: 'freezer' }, demand, both)).toBe(false);
  expect(isTouched({ requested: null, storage: 'freezer' }, demand, both)).toBe(true);
  expect(isTouched({ requested: 2, storage: 'dry_ice' }, demand, both)).toBe(true);
});

test('the only storage there is comes chosen, and that alone is no request', () => {
  expect(initialStorage(null, ['dry_ice'])).toBe('dry_ice');
  expect(isTouched({ requested: null, storage: 'dry_ice' }, null, ['dry_ice'])).toBe(false);
});

test('what the page computes while typing is the server’s rule', () => {
  const up = (pieces: number): number => Math.ceil(pieces / 100);
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.integer({ min: 1, max: 195 }),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (units, vialsPerUnit, perVial, dilution) => {
        const pieces = piecesPerUnit({ vialsPerUnit, dilution }, perVial);
        expect({
          needles: up(units * pieces.needles),
          syringes: up(units * pieces.syringes),
          diluentSyringes: up(units * pieces.diluentSyringes),
        }).toEqual(suppliesFor(vials(units * vialsPerUnit), perVial, { dilution }));
      },
    ),
  );
});

const at = (text: string): Date => new Date(`2021-${text}:00+09:00`);
const cycle = (id: number, from: string, to: string, state: Cycle['state'] = 'planned') =>
  ({ id, registrationFrom: at(from), registrationTo: at(to), state }) as Cycle;

test('the line under the button counts the days that are left', () => {
  const five = cycle(5, '04-26T09:00', '04-30T17:00');
  expect(periodLine(five, at('04-26T09:00'))).toBe('登録期間 4/26〜4/30 あと4日');
  expect(periodLine(five, at('04-30T16:59'))).toBe('登録期間 4/26〜4/30 今日まで');
  expect(periodLine(five, at('05-01T09:00'))).toBe('登録期間 4/26〜4/30');
});

test('クール open side by side, the next one and the last one', () => {
  const cycles = [
    cycle(7, '06-01T09:00', '06-05T17:00'),
    cycle(5, '04-26T09:00', '04-30T17:00'),
    cycle(6, '04-28T09:00', '05-07T17:00'),
    cycle(4, '04-05T09:00', '04-09T17:00', 'closed'),
  ];
  const now = byPhase(cycles, at('04-29T12:00'));
  expect(now.open.map(({ id }) => id)).toEqual([5, 6]);
  expect([now.next?.id, now.last?.id]).toEqual([7, 4]);
});
