import { describe, expect, test } from 'vitest';
import { fitsKind } from './ledger.ts';

describe('the sign of an entry', () => {
  test('is that of its kind, and the other one when it takes something back', () => {
    expect([195, 0, -1].map((signed) => fitsKind('receipt', signed))).toEqual([true, false, false]);
    expect([1, 0, -1].map((signed) => fitsKind('transfer_out', signed))).toEqual([false, false, true]);
    expect([1, 0, -1].map((signed) => fitsKind('disposal', signed, true))).toEqual([true, false, false]);
  });

  test('of a count goes either way, of use there is none', () => {
    expect([1, 0, -1].map((signed) => fitsKind('count', signed))).toEqual([true, false, true]);
    expect([1, 0, -1].map((signed) => fitsKind('use', signed))).toEqual([false, true, false]);
  });
});
