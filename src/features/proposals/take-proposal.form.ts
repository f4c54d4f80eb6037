import { choice, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { allRules } from './rules.ts';

/** 「選んだ案を下書きに取り込む」; carries what the proposals on the page were made with. */
export const takeProposalForm = form('take-proposal', {
  rule: field(choice([...new Set(allRules.map(({ id }) => id))]), {
    label: '取り込む案',
    kind: 'radio',
    required: true,
  }),
  amount: field(textOrEmpty(20), { label: '分ける量', kind: 'hidden' }),
  rules: field(textOrEmpty(10), { label: 'きまりの時期', kind: 'hidden' }),
});
