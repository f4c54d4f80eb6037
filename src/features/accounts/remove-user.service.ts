import { notFound } from '../../kernel/problem.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { endOtherSessions } from './sessions.store.ts';
import { disableUser } from './users.store.ts';
import { voidAccess } from './void-access.store.ts';

type Doing = Pick<SystemCtx, 'tx' | 'now'>;

/** Shuts a user out at once (MC-4); what was entered under the name stays. The route asks who may. */
export const removeUser = async ({ tx, now }: Doing, { userId }: { readonly userId: number }): Promise<void> => {
  if (!(await disableUser(tx, userId, now))) throw notFound();
  await endOtherSessions(tx, userId, undefined, now);
  await voidAccess(tx, userId, now);
};
