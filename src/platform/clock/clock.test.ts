import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoClock, realClock } from './index.ts';

const START = new Date('2021-04-26T09:00:00+09:00');

test('the demo clock starts where it is told and runs on', () => {
  let ms = 5;
  const clock = demoClock(START, () => ms);
  expect(clock.now()).toEqual(START);
  ms += 61_000;
  expect(clock.now()).toEqual(new Date('2021-04-26T09:01:01+09:00'));
});

test('the demo clock moves forward and runs on from there', () => {
  let ms = 0;
  const clock = demoClock(START, () => ms);
  clock.moveTo(new Date('2021-05-01T09:00:00+09:00'));
  ms = 1000;
  expect(clock.now()).toEqual(new Date('2021-05-01T09:00:01+09:00'));
});

test('the demo clock refuses the past and what is no date', () => {
  const clock = demoClock(START, () => 0);
  expect(() => clock.moveTo(new Date(START.getTime() - 1))).toThrow(RangeError);
  expect(() => clock.moveTo(new Date('x'))).toThrow(RangeError);
  expect(() => demoClock(new Date('x'))).toThrow(RangeError);
  expect(clock.now()).toEqual(START);
});

test('the demo clock never goes back, however it is moved', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(10_000), fc.nat(10_000))), (steps) => {
      let ms = 0;
      const clock = demoClock(START, () => ms);
      for (const [wait, jump] of steps) {
        const before = clock.now().getTime();
        ms += wait / 7;
        clock.moveTo(new Date(clock.now().getTime() + jump));
        expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + jump);
      }
    }),
  );
});

test('the real clock is the machine’s', () => {
  expect(Math.abs(realClock.now().getTime() - Date.now())).toBeLessThan(1000);
});
