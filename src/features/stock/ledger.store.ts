import './ledger.tables.ts';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Entry, fitsKind, type LedgerKind } from './ledger.ts';

export type NewEntry = Omit<Entry, 'at'> & {
  readonly venueId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly kind: LedgerKind;
  /** What it comes from; the same source enters once. */
  readonly source: 'delivery_lot';
  readonly sourceId: number;
  readonly userId: number | null;
};

/** Enters something into the ledger, once for its source. Throws RangeError when the sign is not that of its kind. */
export const enterLedger = async (tx: Tx, entry: NewEntry, at: Date): Promise<void> => {
  if (!fitsKind(entry.kind, entry.vials)) throw new RangeError(`no ${entry.kind} of ${entry.vials} vials`);
  await tx
    .insertInto('ledger_entries')
    .values({
      venue_id: entry.venueId,
      prefecture_code: entry.prefectureCode,
      municipality_code: entry.municipalityCode,
      vaccine_id: entry.vaccineId,
      kind: entry.kind,
      lot: entry.lot,
      expiry: entry.expiry,
      vials: entry.vials,
      doses_per_vial: entry.dosesPerVial,
      source: entry.source,
      source_id: entry.sourceId,
      at,
      user_id: entry.userId,
    })
    .onConflict((conflict) => conflict.columns(['source', 'source_id']).doNothing())
    .execute();
};

const select = (tx: Tx, venueId: number) =>
  tx
    .selectFrom('ledger_entries')
    .select(['vaccine_id as vaccineId', 'lot', 'expiry', 'vials', 'doses_per_vial as dosesPerVial', 'at'])
    .where('venue_id', '=', venueId);

/** All entries of a venue, of one vaccine if given, in the order in which they came. */
export const loadEntries = async (tx: Tx, venueId: number, vaccineId?: number): Promise<Entry[]> =>
  select(tx, venueId)
    .$if(vaccineId !== undefined, (query) => query.where('vaccine_id', '=', vaccineId as number))
    .orderBy('at')
    .orderBy('id')
    .$castTo<Entry & { expiry: Day | null }>()
    .execute();
