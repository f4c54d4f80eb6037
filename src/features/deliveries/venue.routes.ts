import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { PermissionName } from '../../policy.ts';
import { confirmReceipt } from './confirm-receipt.service.ts';
import { confirmSupplies } from './confirm-supplies.service.ts';
import { stateOf } from './distribution.states.ts';
import { type Distribution, isVaccine } from './distribution.ts';
import { loadDistributionCycles } from './distribution-pages.store.ts';
import { distributionsPage } from './distributions.page.tsx';
import { loadDistribution, loadVenueDistributions } from './distributions.store.ts';
import { distributionsHomePage } from './distributions-home.page.tsx';
import { optionalId } from './list-query.ts';
import { countWaiting } from './panels.store.ts';
import { nextDeliveryDay } from './panels.ts';
import { receiptForm, supplyReceiptForm } from './receipt.form.ts';
import { receiptPage } from './receipt.page.tsx';
import { receiptDonePage } from './receipt-done.page.tsx';
import { rowParams } from './row-params.ts';
import { scopeOf } from './scope.ts';

const own = async ({ tx, actor }: Ctx, id: number, permission: PermissionName): Promise<Distribution> => {
  const row = await loadDistribution(tx, scopeOf(actor, permission), id);
  if (!row) throw notFound();
  return row;
};

const receipt = page({
  path: '/distributions/:id/receipt',
  permission: 'distribution.receive',
  params: rowParams,
  load: async (ctx, { params }) => {
    const row = await own(ctx, params.id, 'distribution.receive');
    const rows = await loadVenueDistributions(ctx.tx, row.venueId, row.cycleId);
    return { row, supplies: rows.filter((one) => !isVaccine(one) && stateOf(one) === 'delivered') };
  },
  view: receiptPage,
});

/** Chapter 3: the venue's own pages. */
export const venueRoutes = [
  page({
    path: '/distributions',
    permission: 'distribution.own',
    query: z.object({ cycle: optionalId() }),
    load: async ({ tx, actor }, { query }) => ({
      rows: await loadVenueDistributions(tx, actor.org.id, query.cycle),
      cycles: await loadDistributionCycles(tx, scopeOf(actor, 'distribution.own')),
      cycleId: query.cycle,
      waiting: await countWaiting(tx, actor.org.id),
    }),
    view: distributionsPage,
  }),
  page({
    path: '/distributions/home',
    permission: 'distribution.own',
    load: async ({ tx, actor, now }) => {
      const rows = await loadVenueDistributions(tx, actor.org.id);
      const day = nextDeliveryDay(rows, dayOf(now));
      const due = rows.filter(({ deliveryDay, deliveredAt }) => deliveryDay === day && !deliveredAt);
      return {
        latest: rows.filter(({ cycleId }) => cycleId === rows[0]?.cycleId),
        next: day && { day, rows: due },
        waiting: await countWaiting(tx, actor.org.id),
      };
    },
    view: distributionsHomePage,
  }),
  receipt,
  action({
    path: '/distributions/:id/receipt',
    permission: 'distribution.receive',
    audit: 'distribution.receive',
    params: rowParams,
    form: receiptForm,
    page: receipt,
    run: (ctx, { params, input }) => confirmReceipt(ctx, params.id, input),
  }),
  action({
    path: '/distributions/:id/receipt-supplies',
    permission: 'distribution.receive',
    audit: 'distribution.receive-supplies',
    params: rowParams,
    form: supplyReceiptForm,
    page: receipt,
    run: (ctx, { params, input }) => confirmSupplies(ctx, params.id, input),
  }),
  page({
    path: '/distributions/:id/receipt/done',
    permission: 'distribution.receive',
    params: rowParams,
    load: async (ctx, { params }) => {
      const row = await own(ctx, params.id, 'distribution.receive');
      if (!row.receivedAt) throw notFound();
      return { row, waiting: await countWaiting(ctx.tx, ctx.actor.org.id) };
    },
    view: receiptDonePage,
  }),
];
