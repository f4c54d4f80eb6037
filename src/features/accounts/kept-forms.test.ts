import { expect, test } from 'vitest';
import { z } from 'zod';
import { field, form, table } from '../../kernel/form.ts';
import { keepable } from './kept-forms.ts';

const text = z.string();
const def = form('x', {
  name: field(text, { label: '氏名' }),
  kind: field(text, { label: '種別', kind: 'choice', options: [{ value: 'a', label: '甲' }] }),
  secret: field(text, { label: 'パスワード', kind: 'password' }),
  rows: table(
    { amount: field(text, { label: '量' }), code: field(text, { label: '確認コード', kind: 'code' }) },
    { label: '表' },
  ),
});

test('everything typed is kept but secrets, and can be recognised by its labels', () => {
  const input = {
    name: '芝',
    kind: 'a',
    secret: 'Demo-2021',
    'rows.1.amount': '5',
    'rows.1.code': '123456',
    extra: 'y',
  };
  expect(keepable('/x?y=1', def, input, 3)).toEqual({
    action: '/x?y=1',
    fields: { name: '芝', kind: 'a', 'rows.1.amount': '5', extra: 'y', _version: '3' },
    preview: [
      { label: '氏名', value: '芝' },
      { label: '種別', value: '甲' },
      { label: '量', value: '5' },
    ],
  });
});

test('nothing typed, too much typed and what the database cannot hold are not kept', () => {
  expect(keepable('/x', def, { name: 'a\0b' }, null)).toBeNull();
  expect(keepable('/x', def, { name: '', secret: 'x' }, null)).toBeNull();
  expect(keepable('/x', def, { name: 'あ'.repeat(34_000) }, null)).toBeNull();
});
