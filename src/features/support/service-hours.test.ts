import { expect, test } from 'vitest';
import { nextOpening, openingText } from './service-hours.ts';

const at = (moment: string): Date => new Date(`${moment}:00+09:00`);

test.each([
  ['2021-04-26T08:29', '2021-04-26T08:30'],
  ['2021-04-26T19:00', '2021-04-27T08:30'],
  // Showa Day, then a Friday
  ['2021-04-28T20:00', '2021-04-30T08:30'],
  // a weekend and three holidays
  ['2021-05-01T10:00', '2021-05-06T08:30'],
])('at %s the phone is answered from %s', (now, next) => expect(nextOpening(at(now))).toEqual(at(next)));

test('while it is open it says so', () => {
  expect(nextOpening(at('2021-04-26T08:30'))).toBeNull();
  expect(openingText(at('2021-04-26T18:59'))).toBe('ただいま受け付けています');
  expect(openingText(at('2021-04-30T19:00'))).toContain('2021/05/06（木） 8:30');
});
