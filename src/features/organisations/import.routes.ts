import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, file, page, type Route } from '../../platform/http/index.ts';
import { applyImport } from './apply-import.service.ts';
import { importDonePage, importPage, importPreviewPage, type PreviewData } from './import.page.tsx';
import { loadImport } from './imports.store.ts';
import { csvColumns, writeCsv } from './organisation.csv.ts';
import { importApplyForm, importForm } from './organisation.form.ts';
import { planFile } from './plan-file.service.ts';
import { readUpload, uploadOrganisations } from './upload-organisations.service.ts';

const params = z.object({ id: z.coerce.number().int().positive() });
const count = z.coerce.number().int().nonnegative().max(1_000_000);

const upload = page({
  path: '/organisations/import',
  permission: 'organisation.manage',
  load: async () => csvColumns,
  view: importPage,
});

const preview = page({
  path: '/organisations/import/:id',
  permission: 'organisation.manage',
  params,
  load: async (ctx: Ctx, { params }): Promise<PreviewData> => {
    const content = await loadImport(ctx.tx, params.id, ctx.actor.userId);
    if (content === null) throw notFound();
    return { importId: params.id, plan: await planFile(ctx, content), cutOff: !content.endsWith('\n') };
  },
  view: importPreviewPage,
});

export const importRoutes: readonly Route[] = [
  upload,
  action({
    path: '/organisations/import',
    permission: 'organisation.manage',
    audit: 'organisation.upload',
    form: importForm,
    page: upload,
    prepare: readUpload,
    run: (ctx, { prepared }) => uploadOrganisations(ctx, prepared),
  }),
  file({
    path: '/organisations/import/template',
    permission: 'organisation.manage',
    load: async () => ({ filename: '組織のひな形.csv', type: 'text/csv; charset=utf-8', body: writeCsv([]) }),
  }),
  page({
    path: '/organisations/import/done',
    permission: 'organisation.manage',
    query: z.object({ create: count, update: count, invite: count }),
    load: async (_ctx, { query }) => query,
    view: importDonePage,
  }),
  preview,
  action({
    path: '/organisations/import/:id',
    permission: 'organisation.manage',
    audit: 'organisation.import',
    form: importApplyForm,
    params,
    page: preview,
    run: (ctx, { params }) => applyImport(ctx, params.id),
  }),
];
