import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { unlockUser } from '../accounts/index.ts';
import { recordOnTicket } from '../support/index.ts';
import { loadDeskUser } from './desk-users.store.ts';
import type { ForTicket } from './known-user.service.ts';

/** 「ロックを解除する」 (M1.3-2). */
export const unlockDeskUser = async (ctx: Ctx, { userId, ticket }: ForTicket): Promise<Outcome> => {
  const user = await loadDeskUser(ctx.tx, userId);
  if (!user || user.disabledAt) throw notFound();
  ctx.note(`user:${userId}`, {}, user.orgId);
  await unlockUser(ctx, { userId });
  const asked = await recordOnTicket(ctx, ticket, `ユーザ ${user.userName} のロックを解除しました。`);
  return asked ?? done(`/desk/users/${userId}?done=unlocked`);
};
