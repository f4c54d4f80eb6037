import type { Tx } from '../../platform/db/index.ts';
import type { BookingStatus, ChosenMark } from './booking-status.ts';

/** The mark of one venue; null when there is no such venue. */
export const loadBookingStatus = async (tx: Tx, venueId: number): Promise<BookingStatus | null> => {
  const row = await tx
    .selectFrom('venue_directory')
    .select(['venue_id', 'booking_mark', 'booking_marked_at', 'version'])
    .where('venue_id', '=', venueId)
    .executeTakeFirst();
  return row
    ? { venueId: row.venue_id, mark: row.booking_mark, markedAt: row.booking_marked_at, version: row.version }
    : null;
};

/** Every save counts as an update, the same mark too: its day is public (M4.1-3). */
export const saveBookingMark = async (tx: Tx, venueId: number, mark: ChosenMark, at: Date): Promise<void> => {
  await tx
    .updateTable('venue_directory')
    .set({ booking_mark: mark, booking_marked_at: at })
    .where('venue_id', '=', venueId)
    .execute();
};
