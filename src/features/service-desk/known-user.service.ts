import { conflict, notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadDeskUser } from './desk-users.store.ts';
import { type DeskUser, mayManage } from './desk-users.ts';

/** What is done to a user, and the お問い合わせ that asked for it, if one did (MC-7). */
export type ForTicket = { readonly userId: number; readonly ticket: number | null };

/** The user that the desk has open, as long as nobody changed it since and it may be managed. */
export const knownUser = async (ctx: Ctx, userId: number): Promise<DeskUser> => {
  const user = await loadDeskUser(ctx.tx, userId);
  if (!user || !mayManage(user)) throw notFound();
  if (user.disabledAt) throw conflict('このユーザはすでに削除されています。');
  if (ctx.version !== null && ctx.version !== user.version) throw await staleBy(ctx.tx, `user:${userId}`);
  ctx.note(`user:${userId}`, {}, user.orgId);
  return user;
};
