import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { applyImport } from './apply-import.service.ts';
import { importApplyForm, importForm } from './import.form.ts';
import { importDonePage, importPage, importPreviewPage, type PreviewData } from './import.page.tsx';
import { loadImport } from './imports.store.ts';
import { planKept } from './plan-import.service.ts';
import { readUpload, uploadImport } from './upload-import.service.ts';

const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const count = z.coerce.number().int().nonnegative().max(1_000_000);

const upload = page({
  path: '/venues/import',
  permission: 'venue.import',
  load: async () => null,
  view: importPage,
});

const preview = page({
  path: '/venues/import/:id',
  permission: 'venue.import',
  params,
  load: async (ctx: Ctx, { params }): Promise<PreviewData> => {
    const content = await loadImport(ctx.tx, params.id, ctx.actor.userId);
    if (content === null) throw notFound();
    return { importId: params.id, plan: await planKept(ctx, content), cutOff: !content.endsWith('\n') };
  },
  view: importPreviewPage,
});

/** S30: the export of ワクチン接種契約受付システム, uploaded by 国. */
export const importRoutes: readonly Route[] = [
  upload,
  action({
    path: '/venues/import',
    permission: 'venue.import',
    audit: 'venue-import.upload',
    form: importForm,
    page: upload,
    prepare: readUpload,
    run: (ctx, { prepared }) => uploadImport(ctx, prepared),
  }),
  page({
    path: '/venues/import/done',
    permission: 'venue.import',
    query: z.object({ create: count.default(0), update: count.default(0), invite: count.default(0) }),
    load: async (_ctx, { query }) => query,
    view: importDonePage,
  }),
  preview,
  action({
    path: '/venues/import/:id',
    permission: 'venue.import',
    audit: 'venue-import.apply',
    form: importApplyForm,
    params,
    page: preview,
    run: (ctx, { params }) => applyImport(ctx, params.id),
  }),
];
