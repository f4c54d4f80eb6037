import type { Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Place } from './satellites.store.ts';
import type { LinkLine } from './satellites.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    satellite_links: {
      id: Generated<number>;
      venue_id: number;
      vaccine_id: number;
      basic_venue_id: number;
      from_day: Day | null;
      linked_by: number | null;
      to_day: Day | null;
      ended_by: number | null;
    };
  }
}

type Change = {
  readonly from: number | null;
  readonly to: number | null;
  readonly day: Day;
  readonly userId: number;
};

/** Ends the link in force on a day and begins the next one; one from before links were kept is put down with its end. */
export const keepLinkChange = async (
  tx: Tx,
  { venueId, vaccineId }: Place,
  { from, to, day, userId }: Change,
): Promise<void> => {
  const place = { venue_id: venueId, vaccine_id: vaccineId };
  const { numUpdatedRows } = await tx
    .updateTable('satellite_links')
    .set({ to_day: day, ended_by: userId })
    .where('venue_id', '=', venueId)
    .where('vaccine_id', '=', vaccineId)
    .where('to_day', 'is', null)
    .executeTakeFirst();
  if (from !== null && numUpdatedRows === 0n)
    await tx
      .insertInto('satellite_links')
      .values({ ...place, basic_venue_id: from, from_day: null, linked_by: null, to_day: day, ended_by: userId })
      .execute();
  if (to !== null)
    await tx
      .insertInto('satellite_links')
      .values({ ...place, basic_venue_id: to, from_day: day, linked_by: userId, to_day: null, ended_by: null })
      .execute();
};

/** The links of a satellite for a vaccine, the last first. */
export const loadLinks = (tx: Tx, { venueId, vaccineId }: Place): Promise<LinkLine[]> =>
  tx
    .selectFrom('satellite_links as l')
    .innerJoin('venue_directory as b', 'b.venue_id', 'l.basic_venue_id')
    .select(['l.id', 'b.name as basicName', 'l.from_day as fromDay', 'l.to_day as toDay'])
    .where('l.venue_id', '=', venueId)
    .where('l.vaccine_id', '=', vaccineId)
    .orderBy('l.id', 'desc')
    .execute();
