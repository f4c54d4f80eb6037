import { expect, test } from 'vitest';
import { claimDueDay, claimMonths, currentClaimMonth, dosesOf, monthName, monthNames, paidBy } from './claim-months.ts';

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

test('no month before the first, none in the future', () => {
  expect(claimMonths('2021-03-01')).toEqual(['2021-04']);
  expect(claimMonths('2021-04-26')).toEqual(['2021-05', '2021-04']);
  expect(claimMonths('2021-06-10')).toEqual(['2021-06', '2021-05', '2021-04']);
});

test('a month is for the doses of the month before; April 2021 takes February and March', () => {
  expect(monthNames(dosesOf('2021-04'))).toBe('2021年2月・3月');
  expect(monthNames(dosesOf('2022-01'))).toBe('2021年12月');
  expect(paidBy('2021-11')).toBe('2022-01');
});
