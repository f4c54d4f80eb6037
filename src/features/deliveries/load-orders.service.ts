import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Distribution, Order } from './distribution.ts';
import { loadAllDistributions, loadDistributionCycles } from './distribution-pages.store.ts';
import { filterOf, type ListQuery } from './list-query.ts';
import { type ListData, loadList } from './load-list.service.ts';
import { loadDeliveryPlaces } from './orders.store.ts';
import { scopeOf } from './scope.ts';

const permission = 'order-list.view';

const withPlaces = async (tx: Tx, rows: readonly Distribution[]): Promise<Order[]> => {
  const places = await loadDeliveryPlaces(
    tx,
    rows.map(({ venueId }) => venueId),
  );
  return rows.map((row) => ({ row, delivery: places.get(row.venueId) ?? { name: row.venueName, address: '' } }));
};

/** One page of the order list (S8): of the クール asked for, else of the newest with rows. */
export const loadOrderPage = async (
  ctx: Ctx,
  query: ListQuery,
): Promise<ListData & { readonly orders: readonly Order[] }> => {
  const list = await loadList(ctx, permission, query);
  return { ...list, orders: await withPlaces(ctx.tx, list.page.rows) };
};

/** The whole order list of a クール, for a file. */
export const loadAllOrders = async ({ tx, actor }: Ctx, query: ListQuery): Promise<Order[]> => {
  const scope = scopeOf(actor, permission);
  const cycleId = query.cycle ?? (await loadDistributionCycles(tx, scope))[0]?.id;
  return cycleId === undefined ? [] : withPlaces(tx, await loadAllDistributions(tx, scope, filterOf(query, cycleId)));
};
