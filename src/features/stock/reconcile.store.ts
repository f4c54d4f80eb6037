import './ledger.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

/** One figure that stands differently from what its entries come to. */
export type Difference = {
  readonly what: 'balance' | 'lot' | 'disposal' | 'doses';
  readonly venueId: number;
  readonly vaccineId: number;
  readonly lot: string | null;
  /** As text, all figures of the row: what stands there, and what the entries come to. */
  readonly kept: string | null;
  readonly rebuilt: string | null;
};

/** So many are enough to see what went wrong. */
const most = 100;

const sums = sql`
    coalesce(sum(vials) filter (where kind = 'receipt'), 0) as received,
    coalesce(sum(vials) filter (where kind = 'transfer_in'), 0) as transferred_in,
    coalesce(-sum(vials) filter (where kind = 'transfer_out'), 0) as transferred_out,
    coalesce(-sum(vials) filter (where kind = 'disposal'), 0) as disposed,
    coalesce(sum(vials) filter (where kind = 'count'), 0) as corrected`;

/**
 * Rebuilds every balance from the ledger's entries in one statement, which sees one state of the database; only what
 * differs comes back.
 */
export const differingBalances = async (tx: Tx): Promise<Difference[]> => {
  const { rows } = await sql<Difference>`
    with rebuilt as (
      select venue_id, vaccine_id, ${sums}, coalesce(sum(doses), 0) as used_doses,
        coalesce(sum(doses::bigint * (232792560 / doses_per_vial)) filter (where kind = 'use'), 0)::bigint as used_parts,
        coalesce(sum(case when reversal then -1 else 1 end) filter (where kind in ('receipt', 'transfer_in', 'count')), 0) as inflows,
        count(*) filter (where kind = 'disposal' and source = 'disposal') as disposal_records
      from ledger_entries group by venue_id, vaccine_id
    ), both_sides as (
      select coalesce(b.venue_id, r.venue_id) as venue_id, coalesce(b.vaccine_id, r.vaccine_id) as vaccine_id,
        row(b.received, b.transferred_in, b.transferred_out, b.disposed, b.corrected, b.used_doses, b.used_parts, b.inflows, b.disposal_records)::text as kept,
        row(r.received, r.transferred_in, r.transferred_out, r.disposed, r.corrected, r.used_doses, r.used_parts, r.inflows, r.disposal_records)::text as rebuilt
      from stock_balances b full join rebuilt r on r.venue_id = b.venue_id and r.vaccine_id = b.vaccine_id
    )
    select 'balance' as what, venue_id as "venueId", vaccine_id as "vaccineId", null as lot, kept, rebuilt
    from both_sides where kept <> rebuilt limit ${most}`.execute(tx);
  return rows;
};

/** The same by lot. */
export const differingLots = async (tx: Tx): Promise<Difference[]> => {
  const { rows } = await sql<Difference>`
    with rebuilt as (
      select venue_id, vaccine_id, coalesce(lot, '') as lot, ${sums}
      from ledger_entries where kind <> 'use' group by 1, 2, 3
    ), both_sides as (
      select coalesce(b.venue_id, r.venue_id) as venue_id, coalesce(b.vaccine_id, r.vaccine_id) as vaccine_id,
        coalesce(b.lot, r.lot) as lot,
        row(b.received, b.transferred_in, b.transferred_out, b.disposed, b.corrected)::text as kept,
        row(r.received, r.transferred_in, r.transferred_out, r.disposed, r.corrected)::text as rebuilt
      from stock_lot_balances b
        full join rebuilt r on r.venue_id = b.venue_id and r.vaccine_id = b.vaccine_id and r.lot = b.lot
    )
    select 'lot' as what, venue_id as "venueId", vaccine_id as "vaccineId", nullif(lot, '') as lot, kept, rebuilt
    from both_sides where kept <> rebuilt limit ${most}`.execute(tx);
  return rows;
};

/**
 * What the latest reports say against what they entered: doses in all, and the running total of disposal, to which the
 * disposals entered since are added.
 */
export const differingReports = async (tx: Tx): Promise<Difference[]> => {
  const { rows } = await sql<Difference>`
    with latest as (
      select distinct on (venue_id, vaccine_id) venue_id, vaccine_id, id, doses, discarded_vials
      from report_versions order by venue_id, vaccine_id, version desc
    ), said as (
      select l.*, b.used_doses, b.disposed - coalesce((
          select -sum(e.vials) from ledger_entries e where e.venue_id = l.venue_id and e.vaccine_id = l.vaccine_id
            and e.kind = 'disposal' and e.source = 'disposal'
            and e.id > (select u.id from ledger_entries u where u.source = 'report' and u.source_id = l.id)), 0) as disposed
      from latest l left join stock_balances b on b.venue_id = l.venue_id and b.vaccine_id = l.vaccine_id
    )
    select w.what, s.venue_id as "venueId", s.vaccine_id as "vaccineId", null as lot, w.kept::text, w.said::text as rebuilt
    from said s, lateral (values ('doses', s.used_doses, s.doses), ('disposal', s.disposed, s.discarded_vials)) w (what, kept, said)
    where w.kept is distinct from w.said limit ${most}`.execute(tx);
  return rows;
};
