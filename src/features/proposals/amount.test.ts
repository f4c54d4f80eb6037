import { expect, test } from 'vitest';
import { readAmount } from './amount.ts';

test('less than came in can be tried, more cannot', () => {
  expect(readAmount(undefined, 100)).toEqual({ amount: 100, fault: null });
  expect(readAmount('５０', 100)).toEqual({ amount: 50, fault: null });
  expect(readAmount('1,000', 1000)).toEqual({ amount: 1000, fault: null });
  expect(readAmount('101', 100)).toMatchObject({ amount: 100, fault: expect.stringContaining('100') });
  for (const bad of ['-1', '1.5', '十', '9999999999'])
    expect(readAmount(bad, 100)).toMatchObject({ amount: 100, fault: expect.stringContaining('整数') });
});
