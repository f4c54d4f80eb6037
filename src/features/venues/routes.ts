import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { action, type PageRoute, page, type Route } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { applyApproved } from './apply-approved.service.ts';
import { addressSteps } from './delivery-address.ts';
import { doctorForm, removeDoctorForm } from './doctor.form.ts';
import { doctorPage } from './doctor.page.tsx';
import { importApiRoutes } from './import-api.routes.ts';
import { listRoutes } from './list.routes.ts';
import { loadDoctorPage } from './load-doctor-page.service.ts';
import { loadVenueData, loadVenuePage } from './load-venue-data.service.ts';
import { receptionSheet } from './reception-sheet.service.ts';
import { removeDoctor } from './remove-doctor.service.ts';
import { requestedPage } from './requested.page.tsx';
import { saveDoctor } from './save-doctor.service.ts';
import { updateVenue } from './update-venue.service.ts';
import { venueForm } from './venue.form.ts';
import { venuePage } from './venue.page.tsx';
import { venueApiRoutes } from './venue-api.routes.ts';
import { venueEditPage } from './venue-edit.page.tsx';
import { venueSheet } from './venue-sheet.service.ts';

const recordId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
type Params = { readonly id?: number | undefined; readonly doctorId?: number | undefined };

/** The venue meant by the address: the own one, or the one named in it. */
const idOf = ({ actor }: Ctx, { id }: Params): number => id ?? actor.org.id;

const savedQuery = z.object({ saved: z.enum(['1', 'doctor', 'doctor-removed']).optional() });

/** The pages of one venue, under 「/venue」 for its own people and under 「/venues/…」 for its offices. */
const pagesUnder = (base: string, named: boolean): Route[] => {
  const params: z.ZodType<Params> = named ? z.object({ id: recordId }) : z.object({});
  const doctorParams: z.ZodType<Params> = named
    ? z.object({ id: recordId, doctorId: recordId })
    : z.object({ doctorId: recordId });
  const view: PageRoute = page({
    path: base,
    permission: 'venue.view',
    params,
    query: savedQuery,
    load: (ctx, { params, query: { saved } }) =>
      loadVenuePage(ctx, idOf(ctx, params), saved && (saved === '1' ? 'venue' : saved)),
    view: venuePage,
  });
  const edit: PageRoute = page({
    path: `${base}/edit`,
    permission: 'venue.edit',
    params,
    query: z.object({ address: z.enum(addressSteps).optional() }),
    load: async (ctx, { params, query }) => ({
      ...(await loadVenueData(ctx, 'venue.edit', idOf(ctx, params))),
      ...(query.address && { address: query.address }),
    }),
    view: venueEditPage,
  });
  const newDoctor: PageRoute = page({
    path: `${base}/doctors/new`,
    permission: 'venue.edit',
    params,
    query: z.object({ saved: recordId.optional() }),
    load: (ctx, { params, query: { saved } }) =>
      loadDoctorPage(ctx, { venueId: idOf(ctx, params), doctorId: null, ...(saved && { saved }) }),
    view: doctorPage,
  });
  const doctor: PageRoute = page({
    path: `${base}/doctors/:doctorId`,
    permission: 'venue.edit',
    params: doctorParams,
    load: (ctx, { params }) => loadDoctorPage(ctx, { venueId: idOf(ctx, params), doctorId: params.doctorId ?? null }),
    view: doctorPage,
  });
  const save = (shown: PageRoute) =>
    action({
      path: shown.path,
      permission: 'venue.edit',
      audit: 'venue.update',
      form: venueForm,
      params,
      page: shown,
      run: (ctx, { input, params }) => updateVenue(ctx, idOf(ctx, params), input, shown === view),
    });
  return [
    view,
    save(view),
    edit,
    save(edit),
    page({
      path: `${base}/requested`,
      permission: 'venue.edit',
      params,
      query: z.object({ what: z.enum(['opened', 'revised', 'withdrawn']).default('opened') }),
      load: async (ctx, { params, query }) => ({
        ...(await loadVenueData(ctx, 'venue.edit', idOf(ctx, params))),
        what: query.what,
      }),
      view: requestedPage,
    }),
    newDoctor,
    action({
      path: `${base}/doctors/new`,
      permission: 'venue.edit',
      audit: 'doctor.register',
      form: doctorForm,
      params,
      page: newDoctor,
      run: (ctx, { input, params }) => saveDoctor(ctx, { venueId: idOf(ctx, params), doctorId: null }, input),
    }),
    doctor,
    action({
      path: `${base}/doctors/:doctorId`,
      permission: 'venue.edit',
      audit: 'doctor.update',
      form: doctorForm,
      params: doctorParams,
      page: doctor,
      run: (ctx, { input, params }) =>
        saveDoctor(ctx, { venueId: idOf(ctx, params), doctorId: params.doctorId ?? null }, input),
    }),
    action({
      path: `${base}/doctors/:doctorId/remove`,
      permission: 'venue.edit',
      audit: 'doctor.remove',
      form: removeDoctorForm,
      params: doctorParams,
      page: doctor,
      run: (ctx, { params }) => removeDoctor(ctx, { venueId: idOf(ctx, params), doctorId: params.doctorId ?? 0 }),
    }),
  ];
};

export const venuesRoom: Room = {
  name: 'venues',
  routes: [
    ...pagesUnder('/venue', false),
    ...listRoutes,
    ...sheetRoutes(receptionSheet),
    ...sheetRoutes(venueSheet),
    ...importApiRoutes,
    ...venueApiRoutes,
    ...pagesUnder('/venues/:id', true),
  ],
  on: { 'application.approved': applyApproved },
};
