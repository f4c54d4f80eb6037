import { dayOrEmpty, text } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** 「報告項目の変更」: a dose number is added, or an item ends or goes on. */
export const shapeChangeForm = form('shape-change', {
  item: field(text(40), { label: '項目', kind: 'choice', required: true }),
  day: field(dayOrEmpty(), {
    label: '始める日・最後の日',
    kind: 'date',
    help: '追加する回数は、入力を始める日です。ほかの項目は、入力する最後の日です。終わりを取り消すときは空欄にします。',
  }),
  reason: field(text(200), { label: '理由', required: true, size: 40, help: '変更の履歴に残ります。' }),
});
