import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { sendInvitation } from '../accounts/index.ts';
import { managedUser, type UserPlace } from './managed-user.service.ts';

/** 「招待メールを送り直す」: a new URL; the one sent before is void. */
export const reinviteUser = async (ctx: Ctx, place: UserPlace): Promise<Outcome> => {
  const { org, user } = await managedUser(ctx, place);
  if (user.disabledAt !== null || !org.active) throw conflict('停止中の利用者には招待メールを送れません。');
  if (user.firstLoginAt !== null) throw conflict('この利用者はすでにログインしています。');
  await sendInvitation(ctx, { userId: user.id });
  ctx.note(`user:${user.id}`, { invited: true }, org.id);
  return done(`/organisations/${org.id}/users/${user.id}?saved=invited`);
};
