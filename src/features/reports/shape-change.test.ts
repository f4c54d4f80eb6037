import { expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { planShapeChange, type ShapeItem, shapeOptions } from './shape-change.ts';

const item = (key: string, from: string, to: string | null = null): ShapeItem => ({
  key,
  label: key,
  fromDay: asDay(from),
  toDay: to ? asDay(to) : null,
});
const items = [
  item('c:elderly', '2021-02-14'),
  item('c:other', '2021-02-14'),
  item('c:over', '2021-02-14', '2021-03-31'),
  item('d:1', '2021-02-14'),
];
const today = asDay('2021-04-26');
const plan = (key: string, day: string | null) =>
  planShapeChange(items, { item: key, day: day ? asDay(day) : null, today });

test('the next dose number begins on a day', () => {
  expect(shapeOptions(items)[0]).toEqual({ value: 'new', label: '2回目（追加する）' });
  expect(plan('new', '2021-05-01')).toMatchObject({
    change: { from: null, to: { key: 'd:2', fromDay: '2021-05-01' } },
  });
  expect(plan('new', null)).toMatchObject({ fault: { day: expect.stringContaining('始める日') } });
});

test('a category ends with a day and goes on again before it', () => {
  expect(plan('c:elderly', '2021-05-31')).toMatchObject({ change: { to: { toDay: '2021-05-31' } } });
  const ending = [item('c:elderly', '2021-02-14', '2021-05-31'), item('c:other', '2021-02-14')];
  expect(planShapeChange(ending, { item: 'c:elderly', day: null, today })).toMatchObject({
    change: { to: { toDay: null } },
  });
});

test.each([
  ['a day that is over', 'c:elderly', '2021-04-25', 'day'],
  ['what is over', 'c:over', '2021-05-31', 'item'],
  ['nothing new', 'c:elderly', null, 'day'],
  ['the last dose number', 'd:1', '2021-05-31', 'day'],
  ['nothing known', 'c:nobody', '2021-05-31', 'item'],
])('%s is refused', (_, key, day, field) => {
  expect(plan(key, day)).toMatchObject({ fault: { [field]: expect.any(String) } });
});

test('ten dose numbers have no room', () => {
  const nine = Array.from({ length: 9 }, (_, i) => item(`d:${i + 1}`, '2021-02-14'));
  expect(shapeOptions(nine).map(({ value }) => value)).not.toContain('new');
  expect(planShapeChange(nine, { item: 'new', day: today, today })).toMatchObject({
    fault: { item: expect.any(String) },
  });
});
