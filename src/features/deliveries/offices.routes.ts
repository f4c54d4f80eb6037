import { dayOf } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { file, page } from '../../platform/http/index.ts';
import type { Distribution } from './distribution.ts';
import { loadAllDistributions, loadDistributionCycles } from './distribution-pages.store.ts';
import { filterOf, listQuery } from './list-query.ts';
import { loadList } from './load-list.service.ts';
import { officesPage } from './offices.page.tsx';
import { type Order, ordersCsv } from './orders.csv.ts';
import { ordersPage } from './orders.page.tsx';
import { loadDeliveryPlaces } from './orders.store.ts';
import { scopeOf } from './scope.ts';

const withPlaces = async (tx: Tx, rows: readonly Distribution[]): Promise<Order[]> => {
  const places = await loadDeliveryPlaces(
    tx,
    rows.map(({ venueId }) => venueId),
  );
  return rows.map((row) => ({ row, delivery: places.get(row.venueId) ?? { name: row.venueName, address: '' } }));
};

/** S8 and the offices' view. */
export const officeRoutes = [
  page({
    path: '/distributions/offices',
    permission: 'distribution.view',
    query: listQuery,
    load: (ctx, { query }) => loadList(ctx, 'distribution.view', query),
    view: officesPage,
  }),
  page({
    path: '/orders',
    permission: 'order-list.view',
    query: listQuery,
    load: async (ctx, { query }) => {
      const list = await loadList(ctx, 'order-list.view', query);
      return { ...list, orders: await withPlaces(ctx.tx, list.page.rows) };
    },
    view: ordersPage,
  }),
  file({
    path: '/orders.csv',
    permission: 'order-list.view',
    query: listQuery,
    load: async ({ tx, actor, now }, { query }) => {
      const scope = scopeOf(actor, 'order-list.view');
      const cycleId = query.cycle ?? (await loadDistributionCycles(tx, scope))[0]?.id;
      const rows = cycleId === undefined ? [] : await loadAllDistributions(tx, scope, filterOf(query, cycleId));
      return {
        filename: `発注一覧_${dayOf(now)}.csv`,
        type: 'text/csv; charset=utf-8',
        body: ordersCsv(await withPlaces(tx, rows)),
      };
    },
  }),
];
