import { z } from 'zod';
import { action, file, page, type Route } from '../../platform/http/index.ts';
import { loadTransferSheet } from './load-transfer-sheet.service.ts';
import { loadAreaTransfers, loadNewTransfer, loadOwnTransfers, loadTransferPage } from './load-transfers.service.ts';
import { registerTransfer, removeTransfer } from './register-transfer.service.ts';
import { removeTransferForm, transferForm } from './transfer.form.ts';
import { newTransferPage, transferPage } from './transfer.page.tsx';
import { areaTransfersPage, transfersPage } from './transfers.page.tsx';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });
const permission = 'transfer.own';

const blank = page({
  path: '/transfers/new',
  permission,
  query: z.object({ from: id.optional() }),
  load: (ctx, { query }) => loadNewTransfer(ctx, query.from),
  view: newTransferPage,
});
const one = page({
  path: '/transfers/:id',
  permission,
  params,
  load: (ctx, { params }) => loadTransferPage(ctx, params.id),
  view: transferPage,
});

/** S12: 移送・融通 of a venue, and their matching for the offices. */
export const transferRoutes: readonly Route[] = [
  page({
    path: '/transfers',
    permission,
    query: z.object({ before: id.optional(), saved: z.string().max(1).optional() }),
    load: (ctx, { query }) => loadOwnTransfers(ctx, query),
    view: transfersPage,
  }),
  blank,
  action({
    path: '/transfers/new',
    permission,
    audit: 'transfer.enter',
    form: transferForm,
    page: blank,
    run: (ctx, { input }) => registerTransfer(ctx, input, null),
  }),
  one,
  action({
    path: '/transfers/:id',
    permission,
    audit: 'transfer.correct',
    params,
    form: transferForm,
    page: one,
    run: (ctx, { input, params }) => registerTransfer(ctx, input, params.id),
  }),
  action({
    path: '/transfers/:id/remove',
    permission,
    audit: 'transfer.remove',
    params,
    form: removeTransferForm,
    page: one,
    run: (ctx, { params }) => removeTransfer(ctx, params.id),
  }),
  file({
    path: '/transfers/:id/sheet.pdf',
    permission,
    params,
    load: (ctx, { params }) => loadTransferSheet(ctx, params.id),
  }),
  page({
    path: '/transfers/area',
    permission: 'transfer.view',
    query: z.object({ before: id.optional() }),
    load: (ctx, { query }) => loadAreaTransfers(ctx, query.before),
    view: areaTransfersPage,
  }),
];
