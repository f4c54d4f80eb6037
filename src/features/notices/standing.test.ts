import { describe, expect, test } from 'vitest';
import { bannersOf, refusalOf, retryAfter, type StandingData } from './standing.ts';

const at = (time: string) => new Date(`2021-04-26T${time}:00+09:00`);
const readOnly = { message: 'データベースを点検しています。', since: at('09:00'), until: at('11:00') };
const notice = { id: 1, text: '22時から点検を行います。', shownFrom: at('10:00'), shownTo: at('22:00') };
const both: StandingData = { readOnly, notices: [notice] };

describe('S36: what stands above every page', () => {
  test('nothing, unless something was switched or announced', () => {
    expect(bannersOf({ readOnly: null, notices: [] }, at('10:00'))).toEqual([]);
  });

  test('the mode with its end and its words, then the notices whose time has come', () => {
    expect(bannersOf(both, at('09:30')).map(({ text }) => text)).toEqual([
      '閲覧専用モードです（2021/04/26 11:00ごろまで）。データベースを点検しています。閲覧はできますが、登録・変更はできません。',
    ]);
    expect(bannersOf(both, at('10:00'))).toHaveLength(2);
    expect(bannersOf(both, at('22:00'))).toHaveLength(1);
  });

  test('says when to come back: at the end as far as it is known, else in ten minutes', () => {
    expect(retryAfter(readOnly, at('10:00'))).toBe(3600);
    expect(retryAfter(readOnly, new Date('2021-04-26T10:59:59.5+09:00'))).toBe(60);
    expect(retryAfter(readOnly, at('11:00'))).toBe(600);
    expect(retryAfter({ ...readOnly, until: null }, at('10:00'))).toBe(600);
    expect(refusalOf(readOnly, at('10:00'))).toMatchObject({ status: 503, retryAfterSeconds: 3600 });
  });
});
