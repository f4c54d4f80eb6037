import type { InputOf } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { bookingStatusForm } from './booking-status.form.ts';
import { loadBookingStatus, saveBookingMark } from './booking-status.store.ts';

/** 「更新」 (M4.1-2): as often as one likes; the own venue's mark and its day. */
export const updateBookingStatus = async (ctx: Ctx, { mark }: InputOf<typeof bookingStatusForm>): Promise<Outcome> => {
  const venueId = ctx.actor.org.id;
  const former = await loadBookingStatus(ctx.tx, venueId);
  if (!former) throw notFound();
  await saveBookingMark(ctx.tx, venueId, mark, ctx.now);
  await ctx.emit('booking-status.updated', { venueId });
  ctx.note(`venue:${venueId}`, { from: former.mark, to: mark });
  return done('/booking-status/done');
};
