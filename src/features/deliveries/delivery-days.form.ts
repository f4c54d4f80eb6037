import { check, dayOrEmpty, textOrEmpty, wholeNumber } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';
import { gridFields } from './grid.ts';

/** 「納入予定日の登録」 (S10): many rows in a table; `was` and `version` say what stood there when it was opened. */
export const deliveryDaysForm = form('delivery-days', {
  ...gridFields,
  bulkDay: field(dayOrEmpty(), { label: 'まとめて入れる納入予定日', kind: 'date' }),
  rows: table(
    {
      pick: field(check(), { label: '選択', kind: 'check' }),
      day: field(dayOrEmpty(), { label: '納入予定日', kind: 'date' }),
      was: field(textOrEmpty(10), { label: '納入予定日', kind: 'hidden' }),
      version: field(wholeNumber(), { label: '版', kind: 'hidden' }),
    },
    { label: '納入予定日' },
  ),
});
