import { z } from 'zod';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { changeShape } from './change-shape.service.ts';
import { loadReportDone } from './load-report-done.service.ts';
import { loadReportPage } from './load-report-page.service.ts';
import { registerReport } from './register-report.service.ts';
import { reportForm } from './report.form.ts';
import { reportPage } from './report.page.tsx';
import { reportApi } from './report-api.routes.ts';
import { reportDonePage } from './report-done.page.tsx';
import { reportSheet } from './report-sheet.service.ts';
import { shapePage } from './shape.page.tsx';
import { loadShapeHistory, loadShapeItems } from './shape.store.ts';
import { shapeChangeForm } from './shape-change.form.ts';
import { missingReportMoments, tellMissingReports } from './tell-missing-reports.service.ts';

const recordId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const report = page({
  path: '/reports',
  permission: 'report.register',
  query: z.object({ vaccine: recordId.optional(), cycle: recordId.optional() }),
  load: (ctx, { query }) => loadReportPage(ctx, query),
  view: reportPage,
});

const shape = page({
  path: '/reports/shape',
  permission: 'report.shape',
  load: async ({ tx }) => ({ items: await loadShapeItems(tx), history: await loadShapeHistory(tx) }),
  view: shapePage,
});

export const reportsRoom: Room = {
  name: 'reports',
  due: tellMissingReports,
  dueMoments: missingReportMoments,
  routes: [
    report,
    action({
      path: '/reports',
      permission: 'report.register',
      audit: 'report.register',
      form: reportForm,
      page: report,
      run: (ctx, { input }) => registerReport(ctx, input),
    }),
    page({
      path: '/reports/done',
      permission: 'report.register',
      query: z.object({ vaccine: recordId, cycle: recordId.optional() }),
      load: (ctx, { query }) => loadReportDone(ctx, query),
      view: reportDonePage,
    }),
    shape,
    action({
      path: '/reports/shape',
      permission: 'report.shape',
      audit: 'report.shape',
      form: shapeChangeForm,
      page: shape,
      run: (ctx, { input }) => changeShape(ctx, input),
    }),
    ...sheetRoutes(reportSheet),
    ...reportApi,
  ],
};
