import './ledger.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Receipt } from './chains.ts';

/** What venues received of a lot by delivery, one line a venue; of those that the actor may see. */
export const loadLotReceipts = async (tx: Tx, vaccineId: number, lot: string): Promise<Receipt[]> => {
  const { rows } = await sql<Receipt>`
    select e.venue_id as "venueId", d.name as "venueName", sum(e.vials)::integer as vials, min(e.day) as day
    from ledger_entries e join venue_directory d on d.venue_id = e.venue_id
    where e.vaccine_id = ${vaccineId} and e.lot = ${lot} and e.kind = 'receipt'
    group by 1, 2 order by 4, 1`.execute(tx);
  return rows;
};
