import { expect, it } from 'vitest';
import { z } from 'zod';
import { field, form, rowKeys, table } from '../kernel/form.ts';
import { withRowAdded, withRowsRemoved } from './index.ts';

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
  const more = withRowAdded(raw, def, 'moved');
  expect(rowKeys(more, 'moved')).toEqual(['7', 'new1', 'new2']);
  expect(more['moved.new2.vials']).toBe('');
});

it('removes only the checked rows of its table', () => {
  expect(withRowsRemoved({ ...raw, _pick: ['moved.new1', 'else.7'] }, 'moved')).toEqual({
    'moved.7.day': '2021/04/26',
    'moved.7.vials': '3',
    other: 'x',
  });
});
