import type { Vials } from '../../kernel/quantities.ts';
import type { Tx } from '../../platform/db/index.ts';
import { loadEntries } from './ledger.store.ts';
import { balanceOf, totalOf } from './ledger.ts';

/** What a venue has received of a vaccine so far, and the last receipt known; null: nothing is known. */
export const loadReceived = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
): Promise<{ readonly vials: Vials; readonly asOf: Date } | null> => {
  const total = totalOf(balanceOf(await loadEntries(tx, venueId, vaccineId)));
  return total && { vials: total.vials, asOf: total.asOf };
};
