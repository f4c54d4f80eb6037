import type { Ctx } from '../../platform/context.ts';
import type { PermissionName } from '../../policy.ts';
import type { Item } from '../allocations/index.ts';
import { loadDistributionCycles, loadDistributionPage, type Page } from './distribution-pages.store.ts';
import { type CycleChoice, filterOf, type ListQuery } from './list-query.ts';
import { scopeOf } from './scope.ts';

export type ListData = {
  readonly query: ListQuery;
  readonly cycles: readonly CycleChoice[];
  readonly cycleId: number | undefined;
  readonly page: Page;
};

const none: Page = { rows: [], total: 0, next: null, previous: null };

/** One page of a list of an office, maker or wholesaler: of the クール asked for, else of the newest with rows. */
export const loadList = async (
  { tx, actor }: Ctx,
  permission: PermissionName,
  query: ListQuery,
  items?: readonly Item[],
): Promise<ListData> => {
  const scope = scopeOf(actor, permission);
  const cycles = await loadDistributionCycles(tx, scope, items);
  const cycleId = query.cycle ?? cycles[0]?.id;
  if (cycleId === undefined) return { query, cycles, cycleId, page: none };
  const filter = filterOf(query, cycleId);
  const page = await loadDistributionPage(tx, scope, items ? { ...filter, items } : filter);
  return { query, cycles, cycleId, page };
};
