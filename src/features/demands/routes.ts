import { z } from 'zod';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { confirmDemandForm } from './confirm-demand.form.ts';
import { confirmDemand } from './confirm-demand.service.ts';
import { correctDemandForm } from './correct-demand.form.ts';
import { correctDemandPage } from './correct-demand.page.tsx';
import { correctDemand } from './correct-demand.service.ts';
import { demandSheet } from './demand-sheet.service.ts';
import { loadCorrection } from './load-correction.service.ts';
import { missingNow } from './load-missing.service.ts';
import { loadSheet } from './load-sheet.service.ts';
import { missingPage } from './missing.page.tsx';
import { remindForm } from './remind.form.ts';
import { remindMissing } from './remind-missing.service.ts';
import { confirmedPage, sheetPage } from './sheet.page.tsx';
import { deadlineMoments, tellDeadlines } from './tell-deadlines.service.ts';

const recordId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const sheetQuery = z.object({
  cycle: recordId.optional(),
  area: z
    .string()
    .regex(/^(all|\d{2}|\d{6})$/)
    .optional(),
  saved: recordId.optional(),
});
const venueParams = z.object({ cycleId: recordId, venueId: recordId });

const sheet = page({
  path: '/demands',
  permission: 'demand.view',
  query: sheetQuery,
  load: (ctx, { query }) => loadSheet(ctx, query),
  view: sheetPage,
});
const tally = z.coerce.number().int().min(0).max(999_999).optional();
const missing = page({
  path: '/demands/missing',
  permission: 'demand.remind',
  query: z.object({ cycle: recordId.optional(), told: tally, before: tally }),
  load: async ({ tx, actor, now }, { query: { cycle, told, before } }) => ({
    missing: await missingNow(tx, actor, now, cycle),
    told,
    before,
  }),
  view: missingPage,
});
const correction = page({
  path: '/demands/:cycleId/venues/:venueId',
  permission: 'demand.enter-for',
  params: venueParams,
  load: (ctx, { params }) => loadCorrection(ctx, params),
  view: correctDemandPage,
});

export const demandsRoom: Room = {
  name: 'demands',
  due: tellDeadlines,
  dueMoments: deadlineMoments,
  routes: [
    ...sheetRoutes(demandSheet),
    sheet,
    action({
      path: '/demands/confirm',
      permission: 'demand.correct',
      audit: 'demand.confirm',
      form: confirmDemandForm,
      page: sheet,
      run: (ctx, { input }) => confirmDemand(ctx, input.cycle),
    }),
    page({
      path: '/demands/confirmed',
      permission: 'demand.correct',
      query: sheetQuery,
      load: (ctx, { query }) => loadSheet(ctx, query),
      view: confirmedPage,
    }),
    missing,
    action({
      path: '/demands/remind',
      permission: 'demand.remind',
      audit: 'demand.remind',
      form: remindForm,
      page: missing,
      run: (ctx, { input }) => remindMissing(ctx, input),
    }),
    correction,
    action({
      path: '/demands/:cycleId/venues/:venueId',
      permission: 'demand.enter-for',
      audit: 'demand.correct',
      params: venueParams,
      form: correctDemandForm,
      page: correction,
      run: (ctx, { params, input }) => correctDemand(ctx, params, input),
    }),
  ],
};
