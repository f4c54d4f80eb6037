import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { bookingStatusForm } from './booking-status.form.ts';
import { bookingStatusDone, bookingStatusPage } from './booking-status.page.tsx';
import { loadBookingStatus } from './booking-status.store.ts';
import type { BookingStatus } from './booking-status.ts';
import { bookingStatusApi } from './booking-status-api.routes.ts';
import { delegatedRoutes } from './delegated.routes.ts';
import { updateBookingStatus } from './update-booking-status.service.ts';

const own = async (ctx: Ctx): Promise<BookingStatus> => {
  const status = await loadBookingStatus(ctx.tx, ctx.actor.org.id);
  if (!status) throw notFound();
  return status;
};

const status = page({
  path: '/booking-status',
  permission: 'booking-status.update',
  load: own,
  view: bookingStatusPage,
});

export const bookingStatusRoom: Room = {
  name: 'booking-status',
  routes: [
    status,
    action({
      path: '/booking-status',
      permission: 'booking-status.update',
      audit: 'booking-status.update',
      form: bookingStatusForm,
      page: status,
      run: (ctx, { input }) => updateBookingStatus(ctx, input),
    }),
    page({ path: '/booking-status/done', permission: 'booking-status.update', load: own, view: bookingStatusDone }),
    ...delegatedRoutes,
    ...bookingStatusApi,
  ],
};
