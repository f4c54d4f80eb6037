import { dayOrEmpty, text, textOrEmpty, wholeNumber, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { lotOrEmpty } from '../lots/index.ts';

/** 「廃棄を記録する」: what was thrown away, with what is known of it. */
export const disposalForm = form('disposal', {
  vials: field(wholeNumber({ min: 1, max: 999_999 }), {
    label: '廃棄したバイアル本数（今回）',
    kind: 'number',
    unit: '本',
    required: true,
    size: 6,
    help: '未開封のまま、又は開封しても1回も接種をせずに廃棄した本数です。1回でも接種したバイアルは含めないでください。',
  }),
  lot: field(lotOrEmpty(), { label: 'ロット番号', size: 12 }),
  day: field(dayOrEmpty(), { label: '廃棄した日', kind: 'date' }),
  reason: field(textOrEmpty(200), { label: '理由', size: 40 }),
});

/** 「棚卸を記録する」: what is really there; the difference becomes a signed correction. */
export const countForm = form('count', {
  counted: field(wholeNumber({ max: 999_999 }), {
    label: '数えた本数',
    kind: 'number',
    unit: '本',
    required: true,
    size: 6,
    help: 'いま手元にある、まだ接種に使っていないバイアルをすべて数えてください。',
  }),
  lot: field(lotOrEmpty(), {
    label: '修正するロット番号',
    size: 12,
    help: '違いがどのロットのものかわかるときだけ入力してください。',
  }),
  reason: field(text(200), { label: '理由', required: true, size: 40 }),
  /** What the page said; empty: it did not know. */
  expected: field(wholeNumberOrEmpty({ min: -999_999_999 }), { label: '在庫', kind: 'hidden' }),
});
