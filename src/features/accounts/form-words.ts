import type { FormState } from '../../kernel/form.ts';

/** On the way in nothing is ever "registered", so where a field says what is wrong, that is all that is said. */
export const onlyFieldErrors = (state: FormState): FormState =>
  Object.keys(state.errors).length > 0 ? { ...state, summary: undefined } : state;
