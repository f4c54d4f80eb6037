import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { inviteUser } from '../accounts/index.ts';
import { recordOnTicket } from '../support/index.ts';
import type { addUserForm } from './desk.form.ts';
import { hasUserWithEmail, loadDeskOrganisation } from './desk-users.store.ts';

/** 「追加する」 (MC-3): the invitation goes to the address given, as long as the venue's limit allows another user. */
export const addUser = async (ctx: Ctx, input: InputOf<typeof addUserForm>): Promise<Outcome> => {
  const org = await loadDeskOrganisation(ctx.tx, input.orgId);
  if (!org) throw invalid({ orgId: '医療機関・組織を選択してください。' });
  if (await hasUserWithEmail(ctx.tx, org.id, input.email))
    throw invalid({ email: 'このメールアドレスのユーザは、この組織にすでにいます。' });
  const { userId, userName } = await inviteUser(ctx, input);
  ctx.note(`user:${userId}`, {}, org.id);
  const asked = await recordOnTicket(ctx, input.ticket, `ユーザ ${userName} を追加し、招待メールを送信しました。`);
  return asked ?? done(`/desk/users/${userId}?done=invited`);
};
