import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadOrganisation } from './organisations.store.ts';
import type { OrganisationRecord } from './organisations.ts';

/** An organisation that the actor manages: all of them, but the desk keeps out of 国 (S32: it must not lend itself its rights). */
export const managedOrganisation = async (
  { tx, actor }: Pick<Ctx, 'tx' | 'actor'>,
  orgId: number,
): Promise<OrganisationRecord> => {
  const org = await loadOrganisation(tx, orgId);
  if (!org || (org.kind === 'ministry' && actor.org.kind !== 'ministry')) throw notFound();
  return org;
};
