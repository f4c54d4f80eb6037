import './transfers.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Candidate, TransferCore } from './transfers.ts';

/** An own entry as pairing needs it. */
export type Pairable = TransferCore & {
  readonly id: number;
  readonly venueId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly vaccineId: number;
};
type Other = Candidate & { readonly prefectureCode: string; readonly municipalityCode: string };

/** Both sides may enter at the same moment: whoever comes second waits, and then sees the first. Lots in one order. */
export const lockLots = async (tx: Tx, vaccineId: number, lots: readonly string[]): Promise<void> => {
  for (const lot of [...new Set(lots)].sort())
    await sql`select pg_advisory_xact_lock(hashtext(${`transfer:${vaccineId}:${lot}`}))`.execute(tx);
};

/** Entries of the other side about the same lot between the same venues. */
export const loadCandidates = async (tx: Tx, own: Pairable): Promise<Other[]> => {
  const { rows } = await sql<Other>`
    select id, venue_id as "venueId", prefecture_code as "prefectureCode", municipality_code as "municipalityCode",
      partner_id as "partnerId", day, vials, paired_vials as "pairedVials"
    from transfer_candidates(${own.venueId}, ${own.partnerId}, ${own.vaccineId}, ${own.lot}, ${own.side})`.execute(tx);
  return rows;
};

/** Takes the pairs of these entries apart; gives the entries that stand alone now. */
export const unpair = async (tx: Tx, ids: readonly number[]): Promise<number[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .deleteFrom('transfer_pairs')
    .where(({ or, eb }) => or([eb('giving_id', 'in', ids), eb('receiving_id', 'in', ids)]))
    .returning(['giving_id', 'receiving_id'])
    .execute();
  return rows.flatMap(({ giving_id, receiving_id }) => [giving_id, receiving_id]);
};

/** Two entries tell of the same transfer. */
export const insertPair = async (tx: Tx, own: Pairable, other: Other, at: Date): Promise<void> => {
  const [giver, receiver] = own.side === 'out' ? [own, other] : [other, own];
  await tx
    .insertInto('transfer_pairs')
    .values({
      giving_id: giver.id,
      receiving_id: receiver.id,
      giver_id: giver.venueId,
      giver_municipality_code: giver.municipalityCode,
      giver_prefecture_code: giver.prefectureCode,
      receiver_id: receiver.venueId,
      receiver_municipality_code: receiver.municipalityCode,
      receiver_prefecture_code: receiver.prefectureCode,
      giving_vials: giver.vials,
      receiving_vials: receiver.vials,
      giving_day: giver.day,
      receiving_day: receiver.day,
      paired_at: at,
    })
    .execute();
};
