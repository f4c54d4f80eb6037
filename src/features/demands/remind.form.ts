import { id, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** 「お知らせする」: to all who are missing, or to the one whose button was pressed. */
export const remindForm = form('remind-demand', {
  cycle: field(id(), { label: 'クール', kind: 'hidden' }),
  only: field(textOrEmpty(15), { label: '相手', kind: 'hidden' }),
});
