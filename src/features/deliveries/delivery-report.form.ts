import { choiceOrEmpty, dayOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { lotTable } from './lot-field.ts';

const reportOps = ['save', 'deliver'] as const;

/** 「納入の報告」 (S10, S11): one row on its own page; lots only where the maker has entered none. */
export const deliveryReportForm = form('delivery-report', {
  op: field(choiceOrEmpty(reportOps), { label: '操作', kind: 'hidden' }),
  asked: field(choiceOrEmpty(reportOps), { label: '操作', kind: 'hidden' }),
  day: field(dayOrEmpty(), { label: '納入予定日', kind: 'date' }),
  lots: lotTable(),
});

/** 「納入の報告を取り消す」: nothing to type. */
export const takeBackForm = form('delivery-take-back', {});
