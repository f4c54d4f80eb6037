import './ledger.tables.ts';
import '../lots/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';

export type LotHistory = { readonly firstInflow: Day | null; readonly known: boolean; readonly stopped: boolean };

/** The first day on which each of these lots came to a venue, and which of them are known or stopped nationally. */
export const loadLotHistory = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
  lots: readonly string[],
): Promise<ReadonlyMap<string, LotHistory>> => {
  const { rows } = await sql<LotHistory & { lot: string }>`
    select w.lot,
      (select min(e.day) from ledger_entries e where e.venue_id = ${venueId} and e.vaccine_id = ${vaccineId} and e.lot = w.lot
        and e.kind in ('receipt', 'transfer_in') and not e.reversal) as "firstInflow",
      l.lot is not null as known, l.stopped_at is not null as stopped
    from json_array_elements_text(${JSON.stringify([...new Set(lots)])}::json) w (lot)
    left join vaccine_lots l on l.vaccine_id = ${vaccineId} and l.lot = w.lot`.execute(tx);
  return new Map(rows.map((row) => [row.lot, row]));
};
