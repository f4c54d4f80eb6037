import { Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Account, loadAccount } from './users.store.ts';

/** The account of whoever is logged in. */
export const ownAccount = async ({ tx, actor }: Ctx): Promise<Account> => {
  const account = await loadAccount(tx, actor.userId);
  if (!account) throw new Problem('signedOut');
  return account;
};
