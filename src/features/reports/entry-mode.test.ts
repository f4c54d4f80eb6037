import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalsOf } from './entry-mode.ts';
import type { ReportShape } from './reports.ts';

const shape: ReportShape = { categories: [{ code: 'other', label: 'その他' }], doseNumbers: [1, 2] };
const former = { counts: { 'other.d1': 100, 'other.d2': 40 }, discardedVials: 3 };
const number = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
const typed = fc.record({ counts: fc.record({ 'other.d1': number, 'other.d2': number }), discardedVials: number });

test('today’s numbers are added to the registered ones, blank adds nothing', () => {
  fc.assert(
    fc.property(typed, (input) => {
      const totals = totalsOf('today', shape, input, former);
      expect(totals.counts['other.d1']).toBe(100 + (input.counts['other.d1'] ?? 0));
      expect(totals.counts['other.d2']).toBe(40 + (input.counts['other.d2'] ?? 0));
      expect(totals.discardedVials).toBe(3 + (input.discardedVials ?? 0));
    }),
  );
});

test('running totals, and the first report, stand as they were typed', () => {
  fc.assert(
    fc.property(typed, (input) => {
      expect(totalsOf('total', shape, input, former)).toEqual(input);
      expect(totalsOf('today', shape, input, null)).toEqual(input);
    }),
  );
});
