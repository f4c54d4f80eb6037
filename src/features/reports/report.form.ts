import { choiceOrEmpty, dayOrEmpty, id, textOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { type Field, field, form, table } from '../../kernel/form.ts';
import { maxRequest, storageChoices } from '../demands/index.ts';
import { lotOrEmpty } from '../lots/index.ts';
import { entryModeNames, entryModes } from './entry-mode.ts';
import { discardedLabel, doseLabel } from './reports.ts';

/** Far above any venue's running total, far below what the sums can hold. */
const maxTotal = 9_999_999;

/** As many columns as a campaign may ever ask for; which of them are shown is data. */
const doseColumns: Readonly<Record<string, Field<number | null>>> = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [
    `d${i + 1}`,
    field(wholeNumberOrEmpty({ max: maxTotal }), { label: doseLabel(i + 1), kind: 'number', size: 6 }),
  ]),
);

const lot = field(lotOrEmpty(), { label: 'ロット番号', size: 12 });
const transferVials = field(wholeNumberOrEmpty({ min: 1, max: 999_999 }), {
  label: 'バイアル本数',
  kind: 'number',
  unit: '本',
  size: 6,
});
const partner = (label: string) => ({
  partner: field(wholeNumberOrEmpty({ min: 1, max: Number.MAX_SAFE_INTEGER }), { label, kind: 'lookup', size: 20 }),
  // What stands in the field: without script a whole name or a code is typed.
  partner__text: field(textOrEmpty(200), { label, kind: 'hidden' }),
});

/** 「ワクチン希望量等の報告・接種実績等の報告」 of one vaccine: request and report are registered together. */
export const reportForm = form('report', {
  vaccine: field(id(), { label: '対象ワクチン', kind: 'hidden' }),
  /** The クール of the request part; empty while it is closed. */
  cycle: field(wholeNumberOrEmpty({ min: 1 }), { label: 'クール', kind: 'hidden' }),
  requested: field(wholeNumberOrEmpty({ max: maxRequest }), {
    label: '納入希望量登録',
    kind: 'number',
    required: true,
    size: 7,
    help: '希望する量を最小包装単位で入力します。サテライト型接種施設に移送する分も含めてください。必要がない場合は「0」を入力します。',
  }),
  storage: field(choiceOrEmpty(storageChoices.map(({ value }) => value)), {
    label: '保管管理',
    kind: 'radio',
    required: true,
    options: storageChoices,
  }),
  /** Type the running total, as the manual says, or today's number; the running total is what is registered. */
  mode: field(choiceOrEmpty(entryModes), {
    label: '入力のしかた',
    kind: 'radio',
    options: entryModes.map((value) => ({ value, label: entryModeNames[value] })),
  }),
  counts: table(doseColumns, { label: '接種実績等の報告' }),
  /** M5.1b-4, for a 基本型. */
  given: table(
    {
      day: field(dayOrEmpty(), { label: '譲った日', kind: 'date' }),
      lot,
      vials: transferVials,
      ...partner('譲った先（任意）'),
    },
    { label: '他施設に移送したワクチン量' },
  ),
  /** M5.1s-4, for a サテライト型. */
  taken: table(
    {
      ...partner('（融通元の）基本型接種施設'),
      day: field(dayOrEmpty(), { label: '受けた日', kind: 'date' }),
      lot,
      vials: transferVials,
    },
    { label: '医療機関間の融通を受けた場合' },
  ),
  /** The entries that stood in the table: those that do not come back are removed. */
  shown: field(textOrEmpty(20_000), { label: '移送', kind: 'hidden' }),
  /** Asked for in the dialog of M5.1-6-2. */
  reason: field(textOrEmpty(200), { label: '理由（任意）', kind: 'hidden' }),
  discarded: field(wholeNumberOrEmpty({ max: maxTotal }), {
    label: discardedLabel,
    kind: 'number',
    unit: '本',
    size: 7,
    help: '未開封のバイアルを有効期間切れ等の理由により廃棄した場合、及び開封はしたものの1回も接種をせずに廃棄した場合に、その本数の累計を入力してください。開封後に1回でも接種したバイアルは、廃棄数に含めないでください。',
  }),
});
