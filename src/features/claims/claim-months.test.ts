import { expect, test } from 'vitest';
import { claimDueDay, currentClaimMonth, monthName } from './claim-months.ts';

test.each([
  ['2021-04', '2021-04-12'],
  ['2021-07', '2021-07-12'],
  ['2022-10', '2022-10-11'],
  ['2023-01', '2023-01-10'],
] as const)('claims of %s are due on %s', (month, due) => {
  expect(claimDueDay(month)).toBe(due);
});

test.each([
  ['2021-02-20', '2021-04'],
  ['2021-04-12', '2021-04'],
  ['2021-04-13', '2021-05'],
  ['2021-12-11', '2022-01'],
] as const)('on %s the claim of %s is worked on', (today, month) => {
  expect(currentClaimMonth(today)).toBe(month);
});

test('months are named as people say them', () => {
  expect(monthName('2021-04')).toBe('2021年4月');
});
