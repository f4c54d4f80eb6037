import './ledger.tables.ts';
import '../lots/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';

/** The first day on which each of these lots came to a venue, and which of them are known nationally. */
export const loadLotHistory = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
  lots: readonly string[],
): Promise<ReadonlyMap<string, { readonly firstInflow: Day | null; readonly known: boolean }>> => {
  const { rows } = await sql<{ lot: string; first: Day | null; known: boolean }>`
    select w.lot,
      (select min(e.day) from ledger_entries e where e.venue_id = ${venueId} and e.vaccine_id = ${vaccineId} and e.lot = w.lot
        and e.kind in ('receipt', 'transfer_in') and not e.reversal) as first,
      exists (select from vaccine_lots l where l.vaccine_id = ${vaccineId} and l.lot = w.lot) as known
    from json_array_elements_text(${JSON.stringify([...new Set(lots)])}::json) w (lot)`.execute(tx);
  return new Map(rows.map(({ lot, first, known }) => [lot, { firstInflow: first, known }]));
};
