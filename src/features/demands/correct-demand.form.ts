import { choiceOrEmpty, text, wholeNumber } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { maxRequest, storageChoices } from './demands.ts';

/** What a municipality makes of a venue's demand, and why (S4). */
export const correctDemandForm = form('correct-demand', {
  amount: field(wholeNumber({ max: maxRequest }), { label: '納入希望量', kind: 'number', required: true }),
  storage: field(choiceOrEmpty(storageChoices.map(({ value }) => value)), {
    label: '保管管理',
    kind: 'radio',
    options: storageChoices,
  }),
  reason: field(text(200), {
    label: '理由',
    hint: '医療機関・接種会場にもお知らせします（200文字以内）。',
    kind: 'textarea',
    required: true,
  }),
});
