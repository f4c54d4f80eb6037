import { expect, test } from 'vitest';
import type { Day } from '../../kernel/calendar.ts';
import type { Cycle } from '../cycles/index.ts';
import { cyclesToChase, demandReminder, type MissingEntry, remindedOn } from './missing.ts';

const cycle: Cycle = {
  id: 5,
  campaignId: 1,
  campaignName: '第1期',
  vaccineId: 1,
  vaccineName: 'コミナティ',
  number: 5,
  branch: null,
  registrationFrom: new Date('2021-04-26T09:00:00+09:00'),
  registrationTo: new Date('2021-04-30T17:00:00+09:00'),
  deliveryFrom: '2021-05-10' as Day,
  deliveryTo: '2021-05-23' as Day,
  vaccinationFrom: '2021-05-17' as Day,
  vaccinationTo: '2021-06-06' as Day,
  dosesPerVial: 6,
  state: 'planned',
  supply: null,
  version: 1,
};
const entry: MissingEntry = {
  orgId: 7,
  name: '芝公園病院',
  code: '1310300015',
  prefectureCode: '13',
  municipalityCode: '131032',
  note: '未入力',
  href: '/demands/5/venues/7',
  remindedAt: new Date('2021-04-26T23:59:00+09:00'),
};
const at = (text: string) => new Date(`${text}:00+09:00`);

test('a クール is chased from the start of its 登録期間 until delivery begins, the earliest deadline first', () => {
  const later = { ...cycle, id: 6, registrationTo: at('2021-05-02T17:00') };
  const ids = (now: string) =>
    cyclesToChase([later, cycle, { ...cycle, id: 7, state: 'draft' }], at(now)).map(({ id }) => id);
  expect(ids('2021-04-26T08:59')).toEqual([]);
  expect(ids('2021-04-26T09:00')).toEqual([5, 6]);
  expect(ids('2021-05-09T23:59')).toEqual([5, 6]);
  expect(ids('2021-05-10T00:00')).toEqual([]);
});

test('a reminder counts for its day in Japan', () => {
  expect(remindedOn(entry, '2021-04-26' as Day)).toBe(true);
  expect(remindedOn(entry, '2021-04-27' as Day)).toBe(false);
  expect(remindedOn({ ...entry, remindedAt: null }, '2021-04-27' as Day)).toBe(false);
});

test('what is said depends on whether one can still register', () => {
  const told = (phase: 'open' | 'after') =>
    demandReminder({ cycle, phase, level: 'venues', entries: [entry] }, entry, '2021-04-27' as Day);
  expect(told('open').lines.join()).toContain('登録期間内に登録してください');
  expect(told('after').lines.join()).toContain('すぐに市町村に連絡してください');
  expect(told('open').key).toBe('demand-reminder:5:7:2021-04-27');
});
