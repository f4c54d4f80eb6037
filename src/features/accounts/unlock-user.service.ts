import { notFound } from '../../kernel/problem.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { unlocked } from './lock.ts';
import { saveLock } from './users.store.ts';

type Doing = Pick<SystemCtx, 'tx'>;

/** Ends the lock of an account before its 60 minutes are over (M1.3-2); the route asks who may. */
export const unlockUser = async ({ tx }: Doing, { userId }: { readonly userId: number }): Promise<void> => {
  if (!(await saveLock(tx, userId, unlocked))) throw notFound();
};
