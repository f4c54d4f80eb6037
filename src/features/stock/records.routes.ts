import { z } from 'zod';
import { action, page, type Route } from '../../platform/http/index.ts';
import { loadRecordPage, recordCount, recordDisposal } from './record-stock.service.ts';
import { countForm, disposalForm } from './records.form.ts';
import { countPage, disposalPage, entriesPage } from './records.page.tsx';
import { listEntries } from './records.store.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ vaccine: id });
const permission = 'stock.own';
const pageSize = 50;

const disposal = page({
  path: '/stock/:vaccine/disposal',
  permission,
  params,
  load: (ctx, { params }) => loadRecordPage(ctx, params.vaccine),
  view: disposalPage,
});
const count = page({
  path: '/stock/:vaccine/count',
  permission,
  params,
  load: (ctx, { params }) => loadRecordPage(ctx, params.vaccine),
  view: countPage,
});

/** S26: what a venue enters by hand, and the ledger itself to read. */
export const recordRoutes: readonly Route[] = [
  disposal,
  action({
    path: '/stock/:vaccine/disposal',
    permission,
    audit: 'stock.dispose',
    params,
    form: disposalForm,
    page: disposal,
    run: (ctx, { params, input }) => recordDisposal(ctx, params.vaccine, input),
  }),
  count,
  action({
    path: '/stock/:vaccine/count',
    permission,
    audit: 'stock.count',
    params,
    form: countForm,
    page: count,
    run: (ctx, { params, input }) => recordCount(ctx, params.vaccine, input),
  }),
  page({
    path: '/stock/:vaccine/entries',
    permission,
    params,
    query: z.object({ before: id.optional() }),
    load: async (ctx, { params, query }) => {
      const record = await loadRecordPage(ctx, params.vaccine);
      const asked = { limit: pageSize + 1, beforeId: query.before };
      const entries = await listEntries(ctx.tx, ctx.actor.org.id, params.vaccine, asked);
      return { ...record, entries: entries.slice(0, pageSize), more: entries.length > pageSize };
    },
    view: entriesPage,
  }),
];
