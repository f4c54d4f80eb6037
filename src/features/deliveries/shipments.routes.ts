import { notFound } from '../../kernel/problem.ts';
import { action, page } from '../../platform/http/index.ts';
import { loadDistribution } from './distributions.store.ts';
import { listQuery } from './list-query.ts';
import { loadList } from './load-list.service.ts';
import { rowParams, savedQuery } from './row-params.ts';
import { saveShipment } from './save-shipment.service.ts';
import { saveShipments } from './save-shipments.service.ts';
import { scopeOf } from './scope.ts';
import { shipmentPage } from './shipment.page.tsx';
import { shipmentForm, shipmentsForm } from './shipments.form.ts';
import { shipmentsPage } from './shipments.page.tsx';

const shipments = page({
  path: '/shipments',
  permission: 'distribution.ship',
  query: listQuery,
  load: (ctx, { query }) => loadList(ctx, 'distribution.ship', query, ['vaccine']),
  view: shipmentsPage,
});

const shipment = page({
  path: '/shipments/:id',
  permission: 'distribution.ship',
  params: rowParams,
  query: savedQuery,
  load: async ({ tx, actor }, { params, query }) => {
    const row = await loadDistribution(tx, scopeOf(actor, 'distribution.ship'), params.id);
    if (row?.item !== 'vaccine') throw notFound();
    return { row, saved: query.saved !== undefined };
  },
  view: shipmentPage,
});

/** S9: the maker's pages. */
export const shipmentRoutes = [
  shipments,
  action({
    path: '/shipments',
    permission: 'distribution.ship',
    audit: 'distribution.ship-many',
    form: shipmentsForm,
    page: shipments,
    run: (ctx, { input }) => saveShipments(ctx, input),
  }),
  shipment,
  action({
    path: '/shipments/:id',
    permission: 'distribution.ship',
    audit: 'distribution.ship',
    params: rowParams,
    form: shipmentForm,
    page: shipment,
    run: (ctx, { params, input }) => saveShipment(ctx, params.id, input),
  }),
];
