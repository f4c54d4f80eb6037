import { describe, expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { boxes, doses, vials } from '../../kernel/quantities.ts';
import { amountText, type Distribution, differenceOf, differs } from './distribution.ts';
import { menuStateOf } from './panels.ts';

const day = asDay('2021-05-10');
const row: Distribution = {
  id: 1,
  cycleId: 4,
  number: 4,
  branch: null,
  deliveryFrom: day,
  deliveryTo: asDay('2021-05-23'),
  vaccineId: 1,
  vaccineName: 'コミナティ筋注',
  unitName: '箱',
  venueId: 7,
  venueCode: '1310300015',
  venueName: '芝公園病院',
  prefectureCode: '13',
  municipalityCode: '131032',
  item: 'vaccine',
  units: boxes(1),
  pieces: vials(195),
  doses: doses(1170),
  dosesPerVial: 6,
  storage: 'freezer',
  makerId: 2,
  wholesalerId: 3,
  shipDay: null,
  nextExchangeDay: null,
  afterNextExchangeDay: null,
  deliveryDay: null,
  deliveredAt: null,
  receivedAt: null,
  version: 1,
  savedAt: null,
  savedBy: null,
  lots: [],
};
const today = asDay('2021-05-09');

describe('lines on 「ホーム」', () => {
  test('nothing distributed: nothing to say', () => {
    expect(menuStateOf([], today)).toEqual({ amounts: null, days: null, waiting: 0 });
  });
  test('no day yet is said, the next day is named, the past is not', () => {
    expect(menuStateOf([row], today).days).toBe('納入予定日は未定です');
    expect(menuStateOf([{ ...row, deliveryDay: day }], today).days).toBe('次の納入予定日 5/10（月）');
    expect(menuStateOf([{ ...row, deliveryDay: day }], asDay('2021-05-11')).days).toBeNull();
  });
  test('what was delivered waits for 受領確認', () => {
    const delivered = { ...row, deliveryDay: day, deliveredAt: new Date(0) };
    expect(menuStateOf([delivered], today)).toEqual({ amounts: '第4クール 1箱 納入済', days: null, waiting: 1 });
  });
});

test('amounts by vials have no boxes', () => {
  expect(amountText(row)).toBe('1箱（195本）');
  expect(amountText({ ...row, units: null, pieces: vials(40) })).toBe('40本');
});

test('differences that cancel each other out still differ', () => {
  const lots = [
    { vials: vials(100), receivedVials: vials(90) },
    { vials: vials(95), receivedVials: vials(105) },
  ];
  expect([differenceOf(lots), differs(lots)]).toEqual([0, true]);
  expect(differenceOf([{ vials: vials(1), receivedVials: null }])).toBeNull();
});
