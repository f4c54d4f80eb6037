import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can, type PermissionName } from '../../policy.ts';
import { loadRecord } from './venue-values.store.ts';
import type { VenueRecord } from './venue-values.ts';

/** A venue that the actor may use this permission on; anything else does not exist for it. */
export const ownVenue = async (
  { tx, actor }: Ctx,
  permission: PermissionName,
  venueId: number,
): Promise<VenueRecord> => {
  const venue = await loadRecord(tx, venueId);
  const target = venue && { ...venue, orgId: venue.id };
  if (!venue || !target || !can(actor, permission, target)) throw notFound();
  return venue;
};

/** Where a venue's pages are: its own people and its offices reach them under different addresses. */
export const venuePath = ({ actor }: Ctx, venueId: number): string =>
  actor.org.id === venueId ? '/venue' : `/venues/${venueId}`;

/** The record's name in audit lines and 申請. */
export const venueSubject = (venueId: number): string => `venue:${venueId}`;
