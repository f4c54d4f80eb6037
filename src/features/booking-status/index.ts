/** Chapter 4: 接種予約受付状況を更新する. */
declare module '../../kernel/event.ts' {
  interface Events {
    /** A venue's booking mark changed; its public pages are old. */
    'booking-status.updated': { readonly venueId: number };
  }
}

export { BookingStatusPanel } from './booking-status.page.tsx';
export { loadBookingStatus } from './booking-status.store.ts';
export {
  type BookingMark,
  type BookingStatus,
  bookingMarks,
  isStale,
  markLabel,
  staleAfterDays,
} from './booking-status.ts';
export { bookingStatusRoom } from './routes.ts';
