import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadApplicationsOf, loadOpenApplication } from '../applications/index.ts';
import { ownVenue, venuePath, venueSubject } from './own-venue.service.ts';
import type { VenuePageData } from './venue.page.tsx';
import { loadSaves } from './venue-changes.store.ts';
import type { VenueData } from './venue-data.ts';
import { loadChoices } from './venue-names.store.ts';
import { loadDoctors, loadHandled } from './venues.store.ts';

/** What the pages of a venue share. */
export const loadVenueData = async (
  ctx: Ctx,
  permission: 'venue.view' | 'venue.edit',
  venueId: number,
): Promise<VenueData> => {
  const { tx, actor } = ctx;
  const venue = await ownVenue(ctx, permission, venueId);
  return {
    venue,
    choices: await loadChoices(tx),
    open: await loadOpenApplication(tx, venueSubject(venueId)),
    base: venuePath(ctx, venueId),
    proxy: actor.org.id !== venueId,
    approver: actor.org.kind === 'municipality',
  };
};

/** Everything on 「医療機関・接種会場 [名称]」. */
export const loadVenuePage = async (
  ctx: Ctx,
  venueId: number,
  saved?: VenuePageData['saved'],
): Promise<VenuePageData> => {
  const data = await loadVenueData(ctx, 'venue.view', venueId);
  const { venue } = data;
  return {
    ...data,
    handled: await loadHandled(ctx.tx, venueId),
    doctors: await loadDoctors(ctx.tx, venueId),
    applications: await loadApplicationsOf(ctx.tx, venueSubject(venueId)),
    saves: await loadSaves(ctx.tx, venueId),
    mayEdit: can(ctx.actor, 'venue.edit', { ...venue, orgId: venue.id }),
    ...(saved && { saved }),
  };
};
