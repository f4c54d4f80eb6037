import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { managedOrganisation } from './managed-organisation.service.ts';
import { loadOrganisationUser } from './organisation-users.store.ts';
import type { OrganisationUser } from './organisation-users.ts';
import type { OrganisationRecord } from './organisations.ts';

export type UserPlace = { readonly id: number; readonly userId: number };

/** A user of an organisation that the actor manages. */
export const managedUser = async (
  ctx: Pick<Ctx, 'tx' | 'actor'>,
  { id, userId }: UserPlace,
): Promise<{ readonly org: OrganisationRecord; readonly user: OrganisationUser }> => {
  const org = await managedOrganisation(ctx, id);
  const user = await loadOrganisationUser(ctx.tx, id, userId);
  if (!user) throw notFound();
  return { org, user };
};
