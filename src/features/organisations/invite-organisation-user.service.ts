import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { inviteUser } from '../accounts/index.ts';
import { managedOrganisation } from './managed-organisation.service.ts';
import type { inviteForm } from './organisation.form.ts';
import { findUserByEmail } from './organisation-users.store.ts';

/** 「招待する」 (S33): a user of an organisation, who gets the user name and a URL by mail. */
export const inviteOrganisationUser = async (
  ctx: Ctx,
  orgId: number,
  person: InputOf<typeof inviteForm>,
): Promise<Outcome> => {
  const org = await managedOrganisation(ctx, orgId);
  if (!org.active) throw conflict('停止中の組織には利用者を招待できません。先に「編集」で利用中に戻してください。');
  if ((await findUserByEmail(ctx.tx, orgId, person.email)) !== null)
    throw invalid({ email: 'このメールアドレスの利用者は、この組織にすでにいます。' });
  const { userId } = await inviteUser(ctx, { orgId, ...person });
  ctx.note(`user:${userId}`, { invited: true }, orgId);
  return done(`/organisations/${orgId}?invited=${userId}`);
};
