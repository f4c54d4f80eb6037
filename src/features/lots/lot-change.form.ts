import { choice, dayOrEmpty, id, text } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { lot } from './lot-field.ts';
import { lotChangeNames } from './lots.ts';

const kinds = ['extended', 'stopped', 'resumed'] as const;

/** 「ロットの変更」 (S27): national, told to all holders at once. */
export const lotChangeForm = form('lot-change', {
  vaccine: field(id(), { label: 'ワクチン', kind: 'choice', required: true }),
  lot: field(lot(), { label: 'ロット番号', required: true, size: 12 }),
  kind: field(choice(kinds), {
    label: '変更の内容',
    kind: 'radio',
    required: true,
    options: kinds.map((value) => ({ value, label: lotChangeNames[value] })),
  }),
  expiry: field(dayOrEmpty(), { label: '延長後の有効期限', kind: 'date', hint: '有効期限の延長のときに入力します。' }),
  reason: field(text(200), {
    label: '理由',
    required: true,
    size: 40,
    help: '保有している施設へのお知らせに載ります。',
  }),
});
