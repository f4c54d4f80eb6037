import './ledger.tables.ts';
import { sql } from 'kysely';
import { type Day, dayOf } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { fitsKind, type LedgerKind } from './ledger.ts';

export type NewEntry = {
  readonly venueId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly vaccineId: number;
  readonly kind: Exclude<LedgerKind, 'use'>;
  /** Signed, so that a balance is nothing but a sum. */
  readonly vials: number;
  /** Takes back what an earlier entry of its kind said. */
  readonly reversal?: boolean;
  /** null: not known, never made up */
  readonly lot: string | null;
  readonly expiry: Day | null;
  /** null: those in force on `day`, else on the day of the entry. */
  readonly dosesPerVial: number | null;
  /** null: not known */
  readonly day: Day | null;
  readonly partnerId?: number | null;
  readonly reason?: string;
  /** What it comes from; the same source enters once a version. */
  readonly source: 'delivery_lot' | 'transfer' | 'disposal' | 'count';
  readonly sourceId: number;
  readonly sourceVersion?: number;
  readonly userId: number | null;
};

/** Doses per vial in force on a day; before the first entry of the data the first one. */
const dosesPerVialOn = (vaccineId: number, day: Day) => sql<number>`(
  select doses from vaccine_doses_per_vial where vaccine_id = ${vaccineId}
  order by from_day <= ${day}::date desc, abs(${day}::date - from_day) limit 1)`;

/** Enters all of them into the ledger, each once for its source. Throws RangeError when a sign is not that of its kind. */
export const enterLedger = async (tx: Tx, entries: readonly NewEntry[], at: Date): Promise<void> => {
  if (entries.length === 0) return;
  for (const { kind, vials, reversal } of entries)
    if (!fitsKind(kind, vials, reversal)) throw new RangeError(`no ${kind} of ${vials} vials`);
  await tx
    .insertInto('ledger_entries')
    .values(
      entries.map((entry) => ({
        venue_id: entry.venueId,
        prefecture_code: entry.prefectureCode,
        municipality_code: entry.municipalityCode,
        vaccine_id: entry.vaccineId,
        kind: entry.kind,
        lot: entry.lot,
        expiry: entry.expiry,
        vials: entry.vials,
        doses_per_vial: entry.dosesPerVial ?? dosesPerVialOn(entry.vaccineId, entry.day ?? dayOf(at)),
        reversal: entry.reversal ?? false,
        day: entry.day,
        partner_id: entry.partnerId ?? null,
        reason: entry.reason ?? '',
        source: entry.source,
        source_id: entry.sourceId,
        source_version: entry.sourceVersion ?? 1,
        at,
        user_id: entry.userId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['source', 'source_id', 'source_version', 'reversal']).doNothing())
    .execute();
};
