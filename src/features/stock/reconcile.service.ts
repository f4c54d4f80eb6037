import type { ReadCtx } from '../../platform/context.ts';
import { allowComparison } from '../../platform/db/index.ts';
import { type Difference, differingBalances, differingLots, differingReports } from './reconcile.store.ts';

/** Rebuilds every balance of the stock from the entries; what differs (nothing may) comes back. */
export const reconcileStock = async ({ tx }: Pick<ReadCtx, 'tx'>): Promise<Difference[]> => {
  await allowComparison(tx);
  return [...(await differingBalances(tx)), ...(await differingLots(tx)), ...(await differingReports(tx))];
};
