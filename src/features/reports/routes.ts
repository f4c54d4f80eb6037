import { z } from 'zod';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { loadReportDone } from './load-report-done.service.ts';
import { loadReportPage } from './load-report-page.service.ts';
import { registerReport } from './register-report.service.ts';
import { reportForm } from './report.form.ts';
import { reportPage } from './report.page.tsx';
import { reportApi } from './report-api.routes.ts';
import { reportDonePage } from './report-done.page.tsx';
import { reportSheet } from './report-sheet.service.ts';
import { missingReportMoments, tellMissingReports } from './tell-missing-reports.service.ts';

const recordId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const report = page({
  path: '/reports',
  permission: 'report.register',
  query: z.object({ vaccine: recordId.optional(), cycle: recordId.optional() }),
  load: (ctx, { query }) => loadReportPage(ctx, query),
  view: reportPage,
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
    ...sheetRoutes(reportSheet),
    ...reportApi,
  ],
};
