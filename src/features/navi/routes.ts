import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { PublicCtx, SystemCtx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db/index.ts';
import { action, openAction, openPage, page, type Route } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { tellMunicipalityChanged } from './ears.ts';
import { errorHandledForm, errorReportForm } from './error-report.form.ts';
import { type ErrorReportData, errorReportDonePage, errorReportPage } from './error-report.page.tsx';
import { errorReportsPage } from './error-reports.page.tsx';
import { loadReports } from './error-reports.store.ts';
import { handleReport } from './handle-report.service.ts';
import { at, type Language, languageCodes } from './languages.ts';
import { loadPublicVenue } from './public-venues.store.ts';
import { reminderMoments, remindVenues } from './remind-venues.service.ts';
import { reportError } from './report-error.service.ts';
import { municipalityOfVenue } from './versions.store.ts';

const reportsShown = 200;
const byCode = z.object({ code: z.string().regex(/^\d{10}$/) });
const byId = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

const reported =
  (language: Language) =>
  async ({ tx, publicUrl }: PublicCtx, { params }: { params: { code: string } }): Promise<ErrorReportData> => {
    const venue = await loadPublicVenue(tx, params.code);
    if (!venue) throw notFound();
    return { venue, language, publicUrl };
  };

/** 「情報の誤りを知らせる」 in one language. */
const reportRoutes = (language: Language): readonly Route[] => {
  const path = at(language, '/venues/:code/report');
  const form = openPage({ path, params: byCode, load: reported(language), view: errorReportPage });
  return [
    form,
    openPage({ path: `${path}/done`, params: byCode, load: reported(language), view: errorReportDonePage }),
    openAction({
      path,
      params: byCode,
      audit: 'navi.report-error',
      form: errorReportForm,
      page: form,
      run: (ctx, { params, input, wire }) =>
        reportError(ctx, { code: params.code, language, input, address: wire.address }),
    }),
  ];
};

const reports = page({
  path: '/navi-reports',
  permission: 'navi-report.handle',
  load: ({ tx, actor }) => loadReports(tx, actor.org, reportsShown),
  view: errorReportsPage,
});

/** A venue's public pages are old from the commit on. */
const venueChanged = async ({ tx }: SystemCtx, { venueId }: { readonly venueId: number }): Promise<void> => {
  const municipality = await municipalityOfVenue(tx, venueId);
  if (municipality) afterCommit(tx, () => tellMunicipalityChanged(municipality));
};

export const naviRoom: Room = {
  name: 'navi',
  routes: [
    ...languageCodes.flatMap(reportRoutes),
    reports,
    action({
      path: '/navi-reports/:id/handled',
      params: byId,
      permission: 'navi-report.handle',
      audit: 'navi.handle-report',
      form: errorHandledForm,
      page: reports,
      run: (ctx, { params }) => handleReport(ctx, params.id),
    }),
  ],
  due: remindVenues,
  dueMoments: reminderMoments,
  on: { 'booking-status.updated': venueChanged },
};
