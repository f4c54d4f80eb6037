import type { InputOf } from '../../kernel/form.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { bookingStatusForm } from './booking-status.form.ts';
import { saveBookingMark } from './booking-status.store.ts';
import type { Delegated } from './delegated.store.ts';

/** 「更新」 by the vendor (S31): the venue's mark and its day; who typed it for whom is kept. */
export const updateDelegated = async (
  ctx: Ctx,
  venue: Delegated,
  { mark }: InputOf<typeof bookingStatusForm>,
): Promise<Outcome> => {
  await saveBookingMark(ctx.tx, venue.venueId, mark, ctx.now);
  await ctx.emit('booking-status.updated', { venueId: venue.venueId });
  ctx.note(`venue:${venue.venueId}`, { from: venue.mark, to: mark }, venue.venueId);
  return done(`/booking-status/venues?saved=${venue.venueId}`);
};
