import { expect, test } from 'vitest';
import type { Cycle } from '../cycles/index.ts';
import { alertMoment, deadlineAlert, escalationMoment } from './deadlines.ts';

const cycle = {
  id: 5,
  vaccineId: 1,
  vaccineName: 'コミナティ筋注',
  number: 5,
  branch: null,
  registrationFrom: new Date('2021-04-26T09:00:00+09:00'),
  registrationTo: new Date('2021-04-30T17:00:00+09:00'),
} as Cycle;

test('the alert goes out at 8:00 two days before the deadline, never before the period opens (M2.4-0)', () => {
  expect(alertMoment(cycle)).toEqual(new Date('2021-04-28T08:00:00+09:00'));
  const short = { ...cycle, registrationFrom: new Date('2021-04-29T09:00:00+09:00') };
  expect(alertMoment(short)).toEqual(short.registrationFrom);
});

test('the municipality hears of it a minute after the deadline, which still belongs to the venues', () => {
  expect(escalationMoment(cycle)).toEqual(new Date('2021-04-30T17:01:00+09:00'));
});

test('the alert names what is missing, until when, and is told once a venue', () => {
  const news = deadlineAlert(cycle, 7);
  expect(news).toMatchObject({ title: '納入希望量登録締切日アラート', key: 'deadline-alert:5:7', orgId: 7 });
  expect(news.lines.join('\n')).toContain('2021/04/26 09:00〜2021/04/30 17:00');
});
