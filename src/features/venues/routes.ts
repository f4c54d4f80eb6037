import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { can } from '../../policy.ts';
import { type VenuePageData, venuePage } from './venue.page.tsx';
import { loadDoctors, loadHandled, loadVenue } from './venues.store.ts';

const show = async ({ tx, actor }: Ctx, venueId: number): Promise<VenuePageData> => {
  const venue = await loadVenue(tx, venueId);
  const target = venue && {
    orgId: venue.id,
    prefectureCode: venue.prefectureCode,
    municipalityCode: venue.municipalityCode,
  };
  if (!venue || !target || !can(actor, 'venue.view', target)) throw notFound();
  return { venue, handled: await loadHandled(tx, venueId), doctors: await loadDoctors(tx, venueId) };
};

export const venuesRoom: Room = {
  name: 'venues',
  routes: [
    page({ path: '/venue', permission: 'venue.view', load: (ctx) => show(ctx, ctx.actor.org.id), view: venuePage }),
    page({
      path: '/venues/:id',
      permission: 'venue.view',
      params: z.object({ id: z.coerce.number().int().positive() }),
      load: (ctx, { params }) => show(ctx, params.id),
      view: venuePage,
    }),
  ],
};
