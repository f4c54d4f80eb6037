import { conflict } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { holdRoomForUser } from '../accounts/index.ts';
import { managedUser, type UserPlace } from './managed-user.service.ts';
import { letIn } from './organisation-users.store.ts';

/** 「利用を再開する」: the user may log in again, as long as the venue's limit has room for one more (MC-3). */
export const enableUser = async (ctx: Ctx, place: UserPlace): Promise<Outcome> => {
  const { org, user } = await managedUser(ctx, place);
  if (user.disabledAt === null) throw conflict('この利用者は停止されていません。');
  if (!org.active) throw conflict('この組織は停止中です。先に組織の「編集」で利用中に戻してください。');
  await holdRoomForUser(ctx, org.id);
  if (!(await letIn(ctx.tx, user.id, ctx.version ?? 0))) throw await staleBy(ctx.tx, `user:${user.id}`);
  ctx.note(`user:${user.id}`, { disabled: false }, org.id);
  return done(`/organisations/${org.id}/users/${user.id}?saved=enabled`);
};
