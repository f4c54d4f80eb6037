import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, instantAt } from '../../kernel/calendar.ts';
import { type CyclePeriods, cycleStage, cycleSteps } from './cycle-steps.ts';
import { registrationPhase } from './cycles.ts';

const at = (text: string): Date => new Date(`${text}:00+09:00`);
const fifth: CyclePeriods = {
  registrationFrom: at('2021-04-26T09:00'),
  registrationTo: at('2021-04-30T17:00'),
  deliveryFrom: asDay('2021-05-10'),
  deliveryTo: asDay('2021-05-23'),
  vaccinationFrom: asDay('2021-05-17'),
  vaccinationTo: asDay('2021-06-06'),
};
const states = (now: string) => cycleSteps(fifth, at(now)).map(({ state }) => state);

describe('cycleSteps', () => {
  test.each([
    ['2021-04-26T08:59', ['coming', 'coming', 'coming', 'coming']],
    ['2021-04-26T09:00', ['current', 'coming', 'coming', 'coming']],
    ['2021-04-30T17:00', ['current', 'coming', 'coming', 'coming']],
    ['2021-04-30T17:01', ['done', 'current', 'coming', 'coming']],
    ['2021-05-10T00:00', ['done', 'done', 'current', 'coming']],
    ['2021-05-17T12:00', ['done', 'done', 'current', 'current']],
    ['2021-05-24T00:00', ['done', 'done', 'done', 'current']],
    ['2021-06-06T23:59', ['done', 'done', 'done', 'current']],
    ['2021-06-07T00:00', ['done', 'done', 'done', 'done']],
  ])('at %s', (now, expected) => expect(states(now)).toEqual(expected));

  test('the minute of the deadline belongs to the venues to its last second', () => {
    const last = new Date('2021-04-30T17:00:59.999+09:00');
    expect(registrationPhase(fifth, last)).toBe('open');
    expect(cycleStage({ ...fifth, state: 'planned' }, last)).toBe('registration');
    expect(cycleSteps(fifth, last)[0]?.state).toBe('current');
    expect(registrationPhase(fifth, at('2021-04-30T17:01'))).toBe('after');
  });

  test('says the days of each step', () => {
    expect(cycleSteps(fifth, at('2021-04-26T09:00')).map(({ note }) => note)).toEqual([
      '4/26 09:00〜4/30 17:00',
      '4/30〜5/9',
      '5/10〜5/23',
      '5/17〜6/6',
    ]);
  });

  test('a step never goes back as time goes on', () => {
    const rank = { coming: 0, current: 1, done: 2 };
    const moments = fc
      .integer({ min: 0, max: 90 * 24 })
      .map((hours) => new Date(at('2021-04-01T00:00').getTime() + hours * 3_600_000));
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const before = cycleSteps(fifth, first);
        cycleSteps(fifth, second).forEach((step, i) => {
          expect(rank[step.state]).toBeGreaterThanOrEqual(rank[before[i]?.state ?? 'coming']);
        });
      }),
    );
  });
});

describe('cycleStage', () => {
  const stage = (now: string) => cycleStage({ ...fifth, state: 'planned' }, at(now));
  test('follows the periods', () => {
    expect(
      [
        '2021-04-01T00:00',
        '2021-04-28T00:00',
        '2021-05-02T00:00',
        '2021-05-18T00:00',
        '2021-05-30T00:00',
        '2021-06-07T00:00',
      ].map(stage),
    ).toEqual(['planned', 'registration', 'allocation', 'delivery', 'vaccination', 'over']);
  });

  test('a draft is a draft on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (n) => {
        const now = instantAt(addDays(asDay('2021-05-01'), n), '12:00');
        expect(cycleStage({ ...fifth, state: 'draft' }, now)).toBe('draft');
      }),
    );
  });
});
