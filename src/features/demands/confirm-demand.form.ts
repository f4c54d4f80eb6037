import { id } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** 「納入希望量を確定する」: nothing to type, only which クール. */
export const confirmDemandForm = form('confirm-demand', { cycle: field(id(), { label: 'クール', kind: 'hidden' }) });
