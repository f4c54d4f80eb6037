import './ledger.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { LedgerKind } from './ledger.ts';
import type { Place } from './save-transfers.store.ts';

export type NewRecord = Place & {
  readonly vaccineId: number;
  readonly kind: 'disposal' | 'count';
  readonly lot: string | null;
  readonly vials: number;
  /** count only: what the ledger said; null: it did not know */
  readonly expected: number | null;
  readonly reason: string;
  readonly day: Day | null;
  readonly at: Date;
  readonly userId: number;
};

/** Of two who count or throw away at the same moment the second waits, and sees what the first did. */
export const lockStock = async (tx: Tx, venueId: number, vaccineId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`stock:${venueId}:${vaccineId}`}))`.execute(tx);
};

/** Keeps what was entered by hand; gives its id, the source of the ledger's entry. */
export const insertRecord = async (tx: Tx, record: NewRecord): Promise<number> => {
  const row = await tx
    .insertInto('stock_records')
    .values({
      venue_id: record.venueId,
      prefecture_code: record.prefectureCode,
      municipality_code: record.municipalityCode,
      vaccine_id: record.vaccineId,
      kind: record.kind,
      lot: record.lot,
      vials: record.vials,
      expected: record.expected,
      reason: record.reason,
      day: record.day,
      at: record.at,
      user_id: record.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** One line of the ledger as people read it. */
export type EntryLine = {
  readonly id: number;
  readonly kind: LedgerKind;
  readonly lot: string | null;
  readonly vials: number;
  readonly doses: number | null;
  readonly reversal: boolean;
  readonly day: Day | null;
  readonly partnerName: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly userName: string | null;
};

/** The ledger of a venue and vaccine, newest first. */
export const listEntries = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
  { limit, beforeId }: { readonly limit: number; readonly beforeId?: number },
): Promise<EntryLine[]> =>
  tx
    .selectFrom('ledger_entries as e')
    .leftJoin('venue_directory as p', 'p.venue_id', 'e.partner_id')
    .leftJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.id', 'e.kind', 'e.lot', 'e.vials', 'e.doses', 'e.reversal', 'e.day', 'e.reason', 'e.at'])
    .select('p.name as partnerName')
    .select(sql<string | null>`u.family_name || '　' || u.given_name`.as('userName'))
    .where('e.venue_id', '=', venueId)
    .where('e.vaccine_id', '=', vaccineId)
    .$if(beforeId !== undefined, (query) => query.where('e.id', '<', beforeId as number))
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
