import {
  choice,
  choiceOrEmpty,
  day,
  id,
  instantOrEmpty,
  textOrEmpty,
  wholeNumber,
  wholeNumberOrEmpty,
} from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { lot } from '../lots/index.ts';

export const bandNames = {
  '-75': '冷凍（-90〜-60℃）',
  '-20': '冷凍（-25〜-15℃）',
  '2-8': '冷蔵（2〜8℃）',
} as const;
const bands = ['-75', '-20', '2-8'] as const;
const partnerLabel = '相手の医療機関・接種会場';

/** One side's entry of a transfer, with what travels with the vials (S12). */
export const transferForm = form('transfer', {
  side: field(choice(['out', 'in'] as const), {
    label: 'どちらの登録ですか',
    kind: 'radio',
    required: true,
    options: [
      { value: 'out', label: '他の施設に譲った（移送した）' },
      { value: 'in', label: '他の施設から受けた' },
    ],
  }),
  vaccine: field(id(), { label: 'ワクチン', kind: 'choice', required: true }),
  partner: field(wholeNumberOrEmpty({ min: 1, max: Number.MAX_SAFE_INTEGER }), {
    label: partnerLabel,
    kind: 'lookup',
    help: '譲ったときは任意です。入力すると、相手の登録と照らし合わせやすくなります。受けたときは必ず選択してください。',
  }),
  partner__text: field(textOrEmpty(200), { label: partnerLabel, kind: 'hidden' }),
  day: field(day(), { label: '日付', kind: 'date', required: true }),
  lot: field(lot(), { label: 'ロット番号', required: true, size: 12 }),
  vials: field(wholeNumber({ min: 1, max: 999_999 }), {
    label: 'バイアル本数',
    kind: 'number',
    unit: '本',
    required: true,
    size: 6,
  }),
  leftFreezerAt: field(instantOrEmpty(), {
    label: '冷凍庫から出した日時',
    kind: 'datetime',
    help: '再び譲るとき（再融通）も、最初に冷凍庫から出した日時を引き継いで入力してください。',
  }),
  band: field(choiceOrEmpty(bands), {
    label: '移送時の温度帯',
    kind: 'choice',
    options: bands.map((value) => ({ value, label: bandNames[value] })),
  }),
  useBy: field(instantOrEmpty(), {
    label: '使用期限',
    kind: 'datetime',
    help: '冷蔵で移送するときは、空欄のままにすると冷凍庫から出した日時から計算します。',
  }),
});

/** 「この登録を取り消す」 */
export const removeTransferForm = form('remove-transfer', {});
