import { notFound } from '../../kernel/problem.ts';
import { action, page } from '../../platform/http/index.ts';
import { deliveriesPage } from './deliveries.page.tsx';
import { deliveryDaysForm } from './delivery-days.form.ts';
import { deliveryReportForm, takeBackForm } from './delivery-report.form.ts';
import { deliveryReportPage } from './delivery-report.page.tsx';
import { loadDistribution } from './distributions.store.ts';
import { listQuery } from './list-query.ts';
import { loadList } from './load-list.service.ts';
import { loadDeliveryPlaces } from './orders.store.ts';
import { reportDelivery } from './report-delivery.service.ts';
import { rowParams, savedQuery } from './row-params.ts';
import { saveDeliveryDays } from './save-delivery-days.service.ts';
import { scopeOf } from './scope.ts';
import { takeBackDelivery } from './take-back-delivery.service.ts';

const deliveries = page({
  path: '/deliveries',
  permission: 'distribution.deliver',
  query: listQuery,
  load: (ctx, { query }) => loadList(ctx, 'distribution.deliver', query),
  view: deliveriesPage,
});

const report = page({
  path: '/deliveries/:id',
  permission: 'distribution.deliver',
  params: rowParams,
  query: savedQuery,
  load: async ({ tx, actor }, { params, query }) => {
    const row = await loadDistribution(tx, scopeOf(actor, 'distribution.deliver'), params.id);
    if (!row) throw notFound();
    const delivery = (await loadDeliveryPlaces(tx, [row.venueId])).get(row.venueId);
    return { row, delivery: delivery ?? { name: row.venueName, address: '' }, saved: query.saved !== undefined };
  },
  view: deliveryReportPage,
});

/** S10 and S11: the wholesaler's pages. */
export const deliveryRoutes = [
  deliveries,
  action({
    path: '/deliveries',
    permission: 'distribution.deliver',
    audit: 'distribution.deliver-many',
    form: deliveryDaysForm,
    page: deliveries,
    run: (ctx, { input }) => saveDeliveryDays(ctx, input),
  }),
  report,
  action({
    path: '/deliveries/:id',
    permission: 'distribution.deliver',
    audit: 'distribution.deliver',
    params: rowParams,
    form: deliveryReportForm,
    page: report,
    run: (ctx, { params, input }) => reportDelivery(ctx, params.id, input),
  }),
  action({
    path: '/deliveries/:id/take-back',
    permission: 'distribution.deliver',
    audit: 'distribution.take-back',
    params: rowParams,
    form: takeBackForm,
    page: report,
    run: (ctx, { params }) => takeBackDelivery(ctx, params.id),
  }),
];
