import { day, dayOrEmpty, id } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { areaChoice } from './area-choice.ts';

const wholesalerId = field(id(), { label: '卸業者', kind: 'choice', required: true });
const toDay = field(dayOrEmpty(), {
  label: '終了日',
  kind: 'date',
  hint: '決まっていないときは空のままにします。',
  help: 'この日までこの卸業者が担当します。',
});

/** 「担当地域の登録」 (S34). */
export const wholesalerAreaForm = form('wholesaler-area', {
  vaccineId: field(id(), { label: 'ワクチン', kind: 'choice', required: true }),
  area: field(areaChoice(), {
    label: '地域',
    kind: 'choice',
    required: true,
    help: '市町村を選ぶと、その市町村だけは全域の担当よりも優先されます。',
  }),
  wholesalerId,
  fromDay: field(day(), {
    label: '開始日',
    kind: 'date',
    required: true,
    help: 'この日から分配が確定するワクチンと針・シリンジを、この卸業者が納入します。',
  }),
  toDay,
});

/** 「担当地域の変更」 (S34): who, and from which day. */
export const wholesalerAreaChangeForm = form('wholesaler-area-change', {
  wholesalerId,
  changeFrom: field(dayOrEmpty(), {
    label: 'いつから',
    kind: 'date',
    hint: '卸業者を変更するときに入力します。前の日までは、いまの卸業者が担当します。',
  }),
  toDay,
});

/** 「この担当を取り消す」. */
export const wholesalerAreaCancelForm = form('wholesaler-area-cancel', {});
