import { expect, it } from 'vitest';
import { z } from 'zod';
import { field, form, rowKeys, table } from './form.ts';
import { withRowsChanged } from './repeat-rows.ts';

const def = form('t', {
  moved: table(
    { day: field(z.string(), { label: '日' }), vials: field(z.string(), { label: '本' }) },
    { label: '移送' },
  ),
});
const raw = {
  'moved.7.day': '2021/04/26',
  'moved.7.vials': '3',
  'moved.new1.day': '',
  'moved.new1.vials': '1',
  other: 'x',
};

it('adds a blank row under a key of its own', () => {
  const more = withRowsChanged({ ...raw, _add: 'moved' }, def) ?? {};
  expect(rowKeys(more, 'moved')).toEqual(['7', 'new1', 'new2']);
  expect(more).toMatchObject({ ...raw, 'moved.new2.vials': '' });
  expect(withRowsChanged({ ...raw, _add: 'nothing' }, def)).toEqual(raw);
});

it('removes only the checked rows of its table', () => {
  expect(withRowsChanged({ ...raw, _pick: ['moved.new1', 'else.7'], _remove: 'moved' }, def)).toEqual({
    'moved.7.day': '2021/04/26',
    'moved.7.vials': '3',
    other: 'x',
  });
});

it('leaves a form that is sent for good alone', () => {
  expect(withRowsChanged({ ...raw, _pick: 'moved.new1' }, def)).toBeNull();
});
