import type { SystemCtx } from '../../platform/context.ts';
import { deleteOldCodes } from './codes.store.ts';
import { deleteOldSessions } from './sessions.store.ts';

/** Codes and sessions that are of no use any more are not kept. */
export const forgetOld = async ({ tx }: SystemCtx, now: Date): Promise<void> => {
  await deleteOldCodes(tx, now);
  await deleteOldSessions(tx, now);
};
