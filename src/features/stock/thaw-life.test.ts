import { expect, test } from 'vitest';
import { useByAfterThaw } from './thaw-life.ts';

const left = (text: string) => new Date(`${text}:00+09:00`);

test('what left the freezer can be used for so many days, by the rule of its day', () => {
  expect(useByAfterThaw('pfizer', left('2021-04-26T09:00'))).toEqual(left('2021-05-01T23:59'));
  expect(useByAfterThaw('pfizer', left('2021-06-01T09:00'))).toEqual(left('2021-07-02T23:59'));
  expect(useByAfterThaw('moderna', left('2021-06-01T09:00'))).toEqual(left('2021-07-01T23:59'));
});

test('nothing is made up where no rule is known', () => {
  expect(useByAfterThaw('novavax', left('2022-06-01T09:00'))).toBeNull();
  expect(useByAfterThaw('pfizer', left('2021-01-01T09:00'))).toBeNull();
});
