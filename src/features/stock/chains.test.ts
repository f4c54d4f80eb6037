import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, asDay } from '../../kernel/calendar.ts';
import { chainsOf, type Link } from './chains.ts';

const day = asDay('2021-04-20');
const out = (id: number, from: number, to: number | null, more: Partial<Link> = {}): Link => ({
  id,
  side: 'out',
  venueId: from,
  venueName: `施設${from}`,
  partnerId: to,
  partnerName: to === null ? null : `施設${to}`,
  otherId: null,
  otherName: null,
  day: addDays(day, id),
  vials: 10,
  ...more,
});
const receipt = { venueId: 1, venueName: '施設1', vials: 100, day };

test('a lot is followed from its delivery through every hand, and both entries of a transfer are one step', () => {
  const first = out(1, 1, null, { otherId: 9, otherName: '施設2' });
  const its: Link = { ...out(9, 2, 1), side: 'in', otherId: 1 };
  const steps = chainsOf([receipt], [its, out(2, 2, 3), first]);
  expect(steps.map(({ depth, venueName, text }) => [depth, venueName, text])).toEqual([
    [0, '施設1', '納入'],
    [1, '施設2', '移送'],
    [2, '施設3', '移送'],
  ]);
});

test('what begins at no delivery comes last, from its giver on', () => {
  const steps = chainsOf([receipt], [out(1, 7, 8), { ...out(2, 5, 6), side: 'in' }]);
  expect(steps.map(({ depth, venueName }) => [depth, venueName])).toEqual([
    [0, '施設1'],
    [0, '施設7'],
    [1, '施設8'],
    [0, '施設6'],
    [1, '施設5'],
  ]);
});

test('every transfer stands once, though vials go in circles', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
      const links = pairs.map(([from, to], i) => out(i + 1, from, to));
      return chainsOf([receipt], links).filter(({ text }) => text === '移送').length === links.length;
    }),
  );
});
