import type { SystemCtx } from '../../platform/context.ts';
import { deleteOldCodes } from './codes.store.ts';
import { deleteOldFailures } from './failures.store.ts';
import { deleteOldKeptForms } from './kept-forms.store.ts';
import { deleteOldChallenges } from './passkeys.store.ts';
import { deleteOldResets } from './password-resets.store.ts';
import { deleteOldSessions } from './sessions.store.ts';

/** Codes, sessions and the like that are of no use any more are not kept. */
export const forgetOld = async ({ tx }: SystemCtx, now: Date): Promise<void> => {
  await deleteOldCodes(tx, now);
  await deleteOldSessions(tx, now);
  await deleteOldResets(tx, now);
  await deleteOldFailures(tx, now);
  await deleteOldChallenges(tx, now);
  await deleteOldKeptForms(tx, now);
};
