import { z } from 'zod';
import { tableFormats } from '../../platform/csv/index.ts';
import { action, file, json, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { emptyImport } from './claim.csv.ts';
import { claimForm, outputForm } from './claim.form.ts';
import { claimPage } from './claim.page.tsx';
import { claimApi } from './claim-api.routes.ts';
import { claimRuleRoutes } from './claim-rules.routes.ts';
import { type Asked, loadClaimPage, monthOfPath } from './load-claim-page.service.ts';
import { loadMonths } from './load-months.service.ts';
import { claimFile, loadPreview, loadPrintingHelp, loadProposalView } from './load-side-pages.service.ts';
import { monthsPage } from './months.page.tsx';
import { previewPage } from './preview.page.tsx';
import { claimPdf, printClaim } from './print-claim.service.ts';
import { printingHelpPage } from './printing-help.page.tsx';
import { proposalForm } from './proposal.form.ts';
import { importPage, proposalPage } from './proposal.page.tsx';
import { proposeClaim, readClaimText } from './propose-claim.service.ts';
import { residenceChoices, searchResidences } from './residences.store.ts';
import { askOutput, saveClaim } from './save-claim.service.ts';

const text = z.string().max(200);
const asked: z.ZodType<Asked> = z.object({
  month: text.optional(),
  output: text.optional(),
  proposal: text.optional(),
  saved: text.optional(),
  add: text.optional(),
  remove: text.optional(),
});
/** Any text: which months there are is the room's own rule, and a stranger is asked to log in first. */
const month = z.object({ month: text });
const monthOutput = z.object({ month: text, output: text });
const view = 'claim.view';
const save = 'claim.save';

const chosenMonth = page({
  path: '/claims',
  permission: view,
  query: asked,
  load: (ctx, { query }) => loadClaimPage(ctx, query),
  view: claimPage,
});
const oneMonth = page({
  path: '/claims/:month',
  permission: view,
  params: month,
  query: asked,
  load: (ctx, { params, query }) => loadClaimPage(ctx, { ...query, month: monthOfPath(ctx, params.month) }),
  view: claimPage,
});
const fileOfMonth = page({
  path: '/claims/:month/import',
  permission: save,
  params: month,
  load: async (ctx, { params }) => monthOfPath(ctx, params.month),
  view: importPage,
});

export const claimsRoom: Room = {
  name: 'claims',
  routes: [
    chosenMonth,
    page({ path: '/claims/months', permission: view, load: loadMonths, view: monthsPage }),
    oneMonth,
    action({
      path: '/claims/:month',
      permission: save,
      audit: 'claim.save',
      params: month,
      form: claimForm,
      page: oneMonth,
      run: (ctx, { params, input }) => saveClaim(ctx, monthOfPath(ctx, params.month), input),
    }),
    action({
      path: '/claims/:month/output',
      permission: view,
      audit: 'claim.ask-output',
      params: month,
      form: claimForm,
      page: oneMonth,
      run: (ctx, { params, input }) => askOutput(ctx, monthOfPath(ctx, params.month), input),
    }),
    action({
      path: '/claims/:month/print',
      permission: view,
      audit: 'claim.print',
      params: month,
      form: outputForm,
      page: oneMonth,
      run: (ctx, { params, input }) => printClaim(ctx, monthOfPath(ctx, params.month), input),
    }),
    file({
      path: '/claims/:month/pdf/:output',
      permission: view,
      params: monthOutput,
      query: z.object({ version: z.coerce.number().int().positive().optional() }),
      load: (ctx, { params, query }) => claimPdf(ctx, params.month, params.output, query.version),
    }),
    page({
      path: '/claims/:month/preview/:output',
      permission: view,
      params: monthOutput,
      query: z.object({ page: z.coerce.number().int().positive().default(1) }),
      load: (ctx, { params, query }) => loadPreview(ctx, params.month, params.output, query.page),
      view: previewPage,
    }),
    page({
      path: '/claims/:month/printing',
      permission: view,
      params: month,
      load: (ctx, { params }) => loadPrintingHelp(ctx, params.month),
      view: printingHelpPage,
    }),
    ...tableFormats.map((format) =>
      file({
        path: `/claims/:month/claim.${format}`,
        permission: view,
        params: month,
        load: (ctx, { params }) => claimFile(ctx, params.month, format),
      }),
    ),
    fileOfMonth,
    action({
      path: '/claims/:month/import',
      permission: save,
      audit: 'claim.propose',
      params: month,
      form: proposalForm,
      page: fileOfMonth,
      prepare: ({ file: bytes }) => readClaimText(bytes),
      run: (ctx, { params, prepared }) => proposeClaim(ctx, monthOfPath(ctx, params.month), prepared),
    }),
    page({
      path: '/claims/:month/proposals/:id',
      permission: save,
      params: z.object({ month: text, id: z.coerce.number().int().positive() }),
      load: (ctx, { params }) => loadProposalView(ctx, params.month, params.id),
      view: proposalPage,
    }),
    ...tableFormats.map((format) =>
      file({ path: `/claims/import-sample.${format}`, permission: view, load: () => emptyImport(format) }),
    ),
    json({
      path: '/claims/municipalities',
      permission: view,
      query: z.object({ q: text.default(''), scope: text.default('name') }),
      load: async (_ctx, { query }) => searchResidences(query.q, query.scope === 'all'),
    }),
    json({
      path: '/claims/municipalities/:prefecture',
      permission: view,
      params: z.object({ prefecture: text }),
      load: async (_ctx, { params }) => ({ choices: residenceChoices(params.prefecture) }),
    }),
    claimApi,
    ...claimRuleRoutes,
  ],
};
