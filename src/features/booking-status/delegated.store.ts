import { sql } from 'kysely';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { BookingStatus } from './booking-status.ts';

/** A venue that delegated its booking to a vendor (代行入力フラグ 要). */
export type Delegated = BookingStatus & {
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly vendorId: number | null;
};

const select = (tx: Tx) =>
  tx
    .selectFrom('venues as v')
    .innerJoin('venue_directory as d', 'd.venue_id', 'v.venue_id')
    .select(['d.venue_id as venueId', 'd.code', 'd.name', 'd.booking_mark as mark', 'd.booking_marked_at as markedAt'])
    .select(['d.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode', 'd.version'])
    .select('v.vendor_id as vendorId')
    .where('v.booking_delegated', '=', true);

/** One delegated venue; whose vendor may touch it is decided by the caller. */
export const loadDelegated = async (tx: Tx, venueId: number): Promise<Delegated | null> =>
  (await select(tx).where('v.venue_id', '=', venueId).executeTakeFirst()) ?? null;

/** A delegated venue by its 10-digit code. */
export const loadDelegatedByCode = async (tx: Tx, code: string): Promise<Delegated | null> =>
  (await select(tx).where('d.code', '=', code).executeTakeFirst()) ?? null;

/** The venues of a vendor by name, after the one with this id. */
export const loadDelegatedTo = (
  tx: Tx,
  vendorId: number,
  q: string,
  limit: number,
  after?: number,
): Promise<Delegated[]> =>
  select(tx)
    .where('v.vendor_id', '=', vendorId)
    .where(({ and, eb }) => and(searchWords(q).map((word) => eb('d.search_text', 'like', likeAnywhere(word)))))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(d.name, d.venue_id) > (select name, venue_id from venue_directory where venue_id = ${after})`,
      ),
    )
    .orderBy('d.name')
    .orderBy('d.venue_id')
    .limit(limit)
    .execute();
