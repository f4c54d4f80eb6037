import { conflict } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { managedUser, type UserPlace } from './managed-user.service.ts';
import { letIn } from './organisation-users.store.ts';

/** 「利用を再開する」: the user may log in again. */
export const enableUser = async (ctx: Ctx, place: UserPlace): Promise<Outcome> => {
  const { org, user } = await managedUser(ctx, place);
  if (user.disabledAt === null) throw conflict('この利用者は停止されていません。');
  if (!(await letIn(ctx.tx, user.id, ctx.version ?? 0))) throw await staleBy(ctx.tx, `user:${user.id}`);
  ctx.note(`user:${user.id}`, { disabled: false }, org.id);
  return done(`/organisations/${org.id}/users/${user.id}?saved=enabled`);
};
