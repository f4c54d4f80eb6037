import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  asDay,
  type Day,
  dayOf,
  daysBetween,
  formatDay,
  formatDayShort,
  formatInstant,
  formatPeriod,
  instantAt,
  isBusinessDay,
  isDay,
  isHoliday,
  monthOf,
  nextBusinessDay,
  parseDay,
  weekday,
} from './calendar.ts';

const anyDay = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays('2000-01-01', n));

describe('a day', () => {
  it('exists in the calendar', () => {
    expect(['2021-04-05', '2020-02-29', '2000-02-29'].every(isDay)).toBe(true);
    expect(
      ['2021-02-29', '1900-02-29', '2021-04-31', '2021-13-01', '2021-4-5', '2021/04/05', '', '２０２１-04-05'].some(
        isDay,
      ),
    ).toBe(false);
    expect(() => asDay('2021-02-29')).toThrow(RangeError);
  });

  it.each([
    '2021/4/5',
    '2021-04-05',
    '２０２１／０４／０５',
    '２０２１－４－５',
    '20210405',
    '2021年4月5日',
    '2021.4.5',
    ' 2021/04/05（月） ',
  ])('is read from 「%s」', (typed) => expect(parseDay(typed)).toBe('2021-04-05'));

  it.each([
    '',
    '2021/4',
    '2021/2/29',
    '2021/4/31',
    '21/4/5',
    '2021045',
    '2021/04/05（火）',
    '2021/04/05 09:00',
    '明日',
  ])('is not read from 「%s」', (typed) => expect(parseDay(typed)).toBeNull());

  it('is written with its weekday, and read back the same', () => {
    expect(formatDay('2021-04-05')).toBe('2021/04/05（月）');
    expect(formatDayShort('2021-04-05')).toBe('4/5');
    expect(formatPeriod('2021-05-10', '2021-05-23')).toBe('2021/05/10（月）〜2021/05/23（日）');
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day && parseDay(day) === day && isDay(day)));
    fc.assert(fc.property(anyDay, (day) => parseDay(day.replaceAll('-', '')) === day && day.startsWith(monthOf(day))));
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => parseDay(text) === null || isDay(parseDay(text) ?? '')),
    );
  });
});

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(daysBetween('2021-05-10', '2021-05-23')).toBe(13);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (day, n) => {
        const other = addDays(day, n);
        return daysBetween(day, other) === n && addDays(other, -n) === day && (n === 0 || day < other === n > 0);
      }),
    );
  });

  it('repeats the weekday after seven days', () => {
    fc.assert(fc.property(anyDay, (day) => weekday(addDays(day, 7)) === weekday(day)));
  });
});

describe('moments in Japan', () => {
  it('change the day at midnight in Japan', () => {
    expect(dayOf(new Date('2021-04-25T14:59:59Z'))).toBe('2021-04-25');
    expect(dayOf(new Date('2021-04-25T15:00:00Z'))).toBe('2021-04-26');
    expect(instantAt('2021-04-26', '09:00').toISOString()).toBe('2021-04-26T00:00:00.000Z');
    expect(formatInstant(new Date('2021-04-26T00:00:00Z'))).toBe('2021/04/26 09:00');
    expect(() => instantAt('2021-04-26', '24:00')).toThrow(RangeError);
  });

  it('lie on the day they were made for', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(anyDay, minute, (day, m) => {
        const time = new Date(m * 60_000).toISOString().slice(11, 16);
        const instant = instantAt(day, time);
        return dayOf(instant) === day && formatInstant(instant) === `${day.replaceAll('-', '/')} ${time}`;
      }),
    );
  });
});

describe('business days', () => {
  it.each<[Day, boolean]>([
    ['2021-04-29', false], // 昭和の日
    ['2021-04-30', true],
    ['2021-05-08', false], // 土曜日
    ['2021-07-22', false], // moved to the opening of the Olympic Games
    ['2021-07-19', true], // which left this Monday free
    ['2021-12-28', true],
    ['2021-12-29', false],
    ['2022-01-03', false],
    ['2022-01-04', true],
  ])('%s: %s', (day, open) => expect(isBusinessDay(day)).toBe(open));

  it('knows holidays in lieu', () => expect(isHoliday('2021-08-09')).toBe(true));

  it.each<[Day, Day]>([
    ['2021-04-10', '2021-04-12'],
    ['2021-07-10', '2021-07-12'],
    ['2022-10-10', '2022-10-11'],
    ['2023-01-10', '2023-01-10'],
    ['2021-12-29', '2022-01-04'],
  ])('claims due on %s are taken until %s', (day, due) => expect(nextBusinessDay(day)).toBe(due));

  it('the next is open, not earlier, and nothing before it is open', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextBusinessDay(day);
        const skipped = Array.from({ length: daysBetween(day, next) }, (_, i) => addDays(day, i));
        return isBusinessDay(next) && next >= day && !skipped.some(isBusinessDay) && nextBusinessDay(next) === next;
      }),
    );
  });
});
