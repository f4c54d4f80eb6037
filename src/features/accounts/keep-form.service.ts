import type { ReadCtx } from '../../platform/context.ts';
import type { CutOffForm } from '../../platform/http/index.ts';
import { insertKeptForm } from './kept-forms.store.ts';
import { keepable } from './kept-forms.ts';
import { findRunOutSession } from './sessions.store.ts';

/** A form came in after its session had run out: it is put aside for the same user's next login (MH-5). */
export const keepForm = async (
  { tx, now }: ReadCtx,
  { cookies, action, def, input, version }: CutOffForm,
): Promise<void> => {
  const userId = cookies.sid ? await findRunOutSession(tx, cookies.sid, now) : null;
  const form = userId === null ? null : keepable(action, def, input, version);
  if (userId !== null && form) await insertKeptForm(tx, userId, form, now);
};
