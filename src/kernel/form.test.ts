import { expect, test } from 'vitest';
import { text, wholeNumberOrEmpty } from './fields.ts';
import { field, form, parseForm, table } from './form.ts';

const def = form('order', {
  name: field(text(10), { label: '名前' }),
  rows: table({ count: field(wholeNumberOrEmpty(), { label: '数' }) }, { label: '行' }),
});

test('a field that was sent twice is refused in our own words', () => {
  expect(parseForm(def, { name: ['a', 'b'], 'rows.1.count': ['1', '2'] })).toEqual({
    ok: false,
    errors: { name: '名前を確認してください。', 'rows.1.count': '数を確認してください。' },
  });
});

test('rows are keyed as they were sent; a key that would reach into the object itself is no row', () => {
  const parsed = parseForm(def, { name: 'a', 'rows.7.count': '３', 'rows.__proto__.count': '4', 'rows.x.y.count': '' });
  expect(parsed).toEqual({ ok: true, value: { name: 'a', rows: { '7': { count: 3 }, 'x.y': { count: null } } } });
  expect(Object.getPrototypeOf((parsed as { value: { rows: object } }).value.rows)).toBe(Object.prototype);
});
