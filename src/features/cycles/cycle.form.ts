import {
  day,
  id,
  idOrEmpty,
  instant,
  text,
  textOrEmpty,
  wholeNumber,
  wholeNumberOrEmpty,
} from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

const periods = {
  registrationFrom: field(instant(), {
    label: '登録期間の開始',
    kind: 'datetime',
    required: true,
    help: '基本型接種施設が納入希望量を登録できる期間です。',
  }),
  registrationTo: field(instant(), { label: '登録期間の終了', kind: 'datetime', required: true }),
  deliveryFrom: field(day(), {
    label: '標準配送期間の最初の日',
    kind: 'date',
    required: true,
    help: '1バイアルあたりの接種回数は、この日に有効な回数で決まります。',
  }),
  deliveryTo: field(day(), { label: '標準配送期間の最後の日', kind: 'date', required: true }),
  vaccinationFrom: field(day(), { label: '標準接種期間の最初の日', kind: 'date', required: true }),
  vaccinationTo: field(day(), { label: '標準接種期間の最後の日', kind: 'date', required: true }),
  supply: field(wholeNumberOrEmpty({ max: 9_999_999 }), {
    label: '供給量（箱）',
    kind: 'number',
    hint: 'まだ決まっていないときは空のままにします。0は「供給なし」の意味です。',
    help: '国が都道府県へ分配できる量です。最小包装単位で数えます。',
  }),
};

/** 「クールの登録」 and the edit of a draft (S1). */
export const cycleForm = form('cycle', {
  campaignId: field(idOrEmpty(), {
    label: '接種の区分',
    kind: 'choice',
    help: '初回接種、追加接種など、クールの番号を数える単位です。',
  }),
  newCampaign: field(textOrEmpty(40), {
    label: '新しい接種の区分',
    maxLength: 40,
    size: 30,
    hint: '一覧にないときだけ入力します。',
  }),
  vaccineId: field(id(), { label: 'ワクチン', kind: 'choice', required: true }),
  number: field(wholeNumber({ min: 1, max: 999 }), {
    label: 'クールの番号',
    kind: 'number',
    required: true,
    size: 4,
  }),
  branch: field(wholeNumberOrEmpty({ min: 1, max: 99 }), {
    label: '枝番',
    kind: 'number',
    size: 4,
    help: '同じクールを分けるときだけ入力します。第10-2クールの枝番は2です。',
  }),
  ...periods,
});

/** 「公開したクールの変更」: the periods and the supply, never the vaccine; with a reason (S1). */
export const cycleChangeForm = form('cycle-change', {
  ...periods,
  reason: field(text(200), {
    label: '変更の理由',
    required: true,
    maxLength: 200,
    size: 48,
    hint: '都道府県・市町村へのお知らせと、クールのページの変更履歴に表示されます。',
  }),
});

/** 「予定として公開する」. */
export const cyclePublishForm = form('cycle-publish', {});
