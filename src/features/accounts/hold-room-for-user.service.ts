import { conflict, notFound } from '../../kernel/problem.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { accountLimits } from './account-limits.ts';
import { holdOrganisation } from './users.store.ts';

/** Refuses one more user where the venue's limit is reached (MC-3); the organisation stays held, so that the limit holds. */
export const holdRoomForUser = async ({ tx }: Pick<SystemCtx, 'tx'>, orgId: number): Promise<void> => {
  const org = await holdOrganisation(tx, orgId);
  if (!org) throw notFound();
  if (org.kind === 'venue' && org.users >= accountLimits.usersPerVenue)
    throw conflict(
      `この医療機関・接種会場のユーザは、すでに上限の${accountLimits.usersPerVenue}人です。使わなくなったユーザを削除してから追加してください。`,
    );
};
