import { choiceOrEmpty, textOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';
import { maxCount } from './claim-counts.ts';
import { type CountKey, countLabels } from './claim-forms.ts';
import { outputNames } from './claim-outputs.ts';

const count = (key: CountKey) =>
  field(wholeNumberOrEmpty({ max: maxCount }), { label: countLabels[key], kind: 'number', size: 6, unit: '回' });

/** All columns of all editions; which of them are shown is data. */
const counts = {
  screening: count('screening'),
  older: count('older'),
  younger: count('younger'),
  overtime: count('overtime'),
  holiday: count('holiday'),
} as const;

/** 「それ以外の方」: whether a municipality fits is checked with the whole row. */
const others = {
  prefecture: field(textOrEmpty(2), { label: '都道府県', kind: 'choice', required: true }),
  municipality: field(textOrEmpty(6), { label: '市町村', kind: 'choice', required: true }),
  ...counts,
} as const;

const late = {
  late: field(wholeNumberOrEmpty({ max: 999_999_999 }), { label: '月遅れ', kind: 'number', size: 6, unit: '回' }),
  returned: field(wholeNumberOrEmpty({ max: 999_999_999 }), { label: '返戻', kind: 'number', size: 6, unit: '回' }),
} as const;

/** The claim of one month (M5.2-4, M5.2-5); `own` and `late` have the rows `with` and `without`. */
export const claimForm = form('claim', {
  own: table(counts, { label: '医療機関と同一市内にお住まいの方' }),
  with: table(others, { label: 'クーポンあり' }),
  without: table(others, { label: 'クーポンなし' }),
  late: table(late, { label: '月遅れ・返戻' }),
  /** The file whose counts were taken over into the form. */
  proposal: field(wholeNumberOrEmpty({ min: 1, max: 999_999_999 }), { label: '取り込み', kind: 'hidden' }),
  /** Which output was pressed instead of 「保存」. */
  output: field(choiceOrEmpty(outputNames), { label: '出力', kind: 'hidden' }),
});

/** The question before an output is answered in a form of its own. */
export const outputForm = form('claim-output', {
  output: field(choiceOrEmpty(outputNames), { label: '出力', kind: 'hidden' }),
});
