import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, asDay } from '../../kernel/calendar.ts';
import { expirySpans, warnDays } from './expiry-warnings.ts';

const today = asDay('2021-04-26');

test('a day without a gap warns of what expires in 7 and in 2 days', () => {
  expect(expirySpans(asDay('2021-04-25'), today)).toEqual([
    { days: 7, after: '2021-05-02', upTo: '2021-05-03' },
    { days: 2, after: '2021-04-27', upTo: '2021-04-28' },
  ]);
  expect(expirySpans(null, today)).toEqual(expirySpans(asDay('2021-04-25'), today));
});

test('every expiry is met once a warning, whatever days were missed, unless it is over', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 0, max: 60 }), (days, ahead) => {
      const expiry = addDays(today, ahead);
      for (const warned of warnDays) {
        let last = addDays(today, -1);
        let met = 0;
        let due = 0;
        for (const gap of days) {
          const now = addDays(last, gap);
          for (const { days: before, after, upTo } of expirySpans(last, now))
            if (before === warned && expiry > after && expiry <= upTo) met += 1;
          const moment = addDays(expiry, -warned);
          if (moment > last && moment <= now && expiry >= now) due += 1;
          last = now;
        }
        if (met !== due) return false;
      }
      return true;
    }),
  );
});
