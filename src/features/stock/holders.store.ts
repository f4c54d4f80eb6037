import './ledger.tables.ts';
import '../deliveries/index.ts';
import '../lots/index.ts';
import { type SqlBool, sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Holder } from './holders.ts';

const left = sql<number>`(b.received + b.transferred_in - b.transferred_out - b.disposed + b.corrected)`;

const select = (tx: Tx) =>
  tx
    .selectFrom('stock_lot_balances as b')
    .innerJoin('venue_directory as d', 'd.venue_id', 'b.venue_id')
    .innerJoin('vaccines as x', 'x.id', 'b.vaccine_id')
    .leftJoin('vaccine_lots as l', (join) =>
      join.onRef('l.vaccine_id', '=', 'b.vaccine_id').onRef('l.lot', '=', 'b.lot'),
    )
    .select(['b.venue_id as venueId', 'd.name as venueName', 'b.vaccine_id as vaccineId', 'x.name as vaccineName'])
    .select(['b.lot', 'b.as_of as asOf'])
    .select(left.as('atMost'))
    .select(sql<Day | null>`coalesce(l.expiry, b.expiry, l.announced_expiry)`.as('expiry'))
    .where(sql<SqlBool>`${left} > 0`);

/** Who may still hold vials of a lot, most first; of those that the actor may see. */
export const loadHolders = async (tx: Tx, vaccineId: number, lot: string): Promise<Holder[]> =>
  select(tx)
    .where('b.vaccine_id', '=', vaccineId)
    .where('b.lot', '=', lot)
    .orderBy(left, 'desc')
    .orderBy('b.venue_id')
    .execute();

/** Venues to which a delivery with this lot is under way: announced and not yet received. */
export const loadAwaiting = async (tx: Tx, vaccineId: number, lot: string): Promise<number[]> => {
  const rows = await tx
    .selectFrom('delivery_lots as l')
    .innerJoin('distributions as d', 'd.id', 'l.distribution_id')
    .innerJoin('cycles as c', 'c.id', 'd.cycle_id')
    .select('l.venue_id as venueId')
    .distinct()
    .where('c.vaccine_id', '=', vaccineId)
    .where('l.lot', '=', lot)
    .where('l.received_vials', 'is', null)
    .where('d.cancelled_at', 'is', null)
    .execute();
  return rows.map(({ venueId }) => venueId);
};

/** Lots whose expiry lies in (after, upTo], at every venue that may still hold some; a stopped lot is not to be used. */
export const loadExpiring = async (tx: Tx, after: Day, upTo: Day): Promise<Holder[]> =>
  select(tx)
    .where('b.lot', '<>', '')
    .where('l.stopped_at', 'is', null)
    .where(sql<SqlBool>`coalesce(l.expiry, b.expiry, l.announced_expiry) > ${after}`)
    .where(sql<SqlBool>`coalesce(l.expiry, b.expiry, l.announced_expiry) <= ${upTo}`)
    .orderBy('b.venue_id')
    .execute();
