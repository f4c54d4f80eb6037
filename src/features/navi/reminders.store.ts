import './navi.tables.ts';
import { sql } from 'kysely';
import { type Day, dayOf } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';

export type OldMark = { readonly venueId: number; readonly markedAt: Date };

/** Somebody is there to read it: most venues of a new installation have not been invited yet. */
const hasReaders = sql`exists (
  select from users u where u.org_id = d.venue_id and u.disabled_at is null and u.password_hash is not null)`;

/** Public venues whose mark was set before a moment and that were not reminded since `notSince`. */
export const loadOldMarks = async (tx: Tx, before: Date, notSince: Date, limit: number): Promise<OldMark[]> => {
  const { rows } = await sql<OldMark>`
    select d.venue_id as "venueId", d.booking_marked_at as "markedAt"
    from venue_directory d left join navi_reminders r on r.venue_id = d.venue_id
    where d.booking_mark <> 'unset' and d.booking_marked_at < ${before} and d.approved and not d.hidden
      and ${hasReaders} and (r.reminded_at is null or r.reminded_at < ${notSince} or r.reminded_at < d.booking_marked_at)
    order by d.booking_marked_at, d.venue_id limit ${limit}`.execute(tx);
  return rows;
};

export const keepReminded = async (tx: Tx, venueIds: readonly number[], at: Date): Promise<void> => {
  await sql`insert into navi_reminders (venue_id, reminded_at) select unnest(${venueIds}::bigint[]), ${at}
    on conflict (venue_id) do update set reminded_at = excluded.reminded_at`.execute(tx);
};

/** The days on which the marks of public venues were set, from one moment to another. */
export const loadMarkDays = async (tx: Tx, from: Date, to: Date): Promise<Day[]> => {
  const { rows } = await sql<{ day: Date }>`
    select distinct date_trunc('day', booking_marked_at at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo' as day
    from venue_directory d
    where booking_mark <> 'unset' and booking_marked_at >= ${from} and booking_marked_at < ${to} and approved and not hidden
      and ${hasReaders}
    order by 1`.execute(tx);
  return rows.map(({ day }) => dayOf(day));
};
