import { sql } from 'kysely';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
// The tables of the venues are declared there.
import type {} from '../venues/index.ts';
import type { Basic, Satellite } from './satellites.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('venue_vaccines as h')
    .innerJoin('venue_directory as d', 'd.venue_id', 'h.venue_id')
    .innerJoin('vaccines as x', 'x.id', 'h.vaccine_id')
    .leftJoin('venue_directory as b', 'b.venue_id', 'h.basic_venue_id')
    .select(['h.venue_id as venueId', 'h.vaccine_id as vaccineId', 'h.basic_venue_id as basicVenueId'])
    .select(['d.code', 'd.name', 'd.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode'])
    .select(['x.short_name as vaccineName', 'b.name as basicName', 'b.municipality_code as basicMunicipalityCode'])
    .where('h.role', '=', 'satellite')
    .where('d.approved', '=', true);

/** One satellite for one vaccine; null when the venue is none. Who may see it is decided by the caller. */
export const loadSatellite = async (tx: Tx, venueId: number, vaccineId: number): Promise<Satellite | null> =>
  (await select(tx).where('h.venue_id', '=', venueId).where('h.vaccine_id', '=', vaccineId).executeTakeFirst()) ?? null;

export type SatelliteFilter = {
  readonly municipalityCode: string;
  readonly q: string;
  readonly vaccineId: number | undefined;
  /** Only those without a 基本型. */
  readonly unlinked: boolean;
};

const filtered = (tx: Tx, { municipalityCode, q, vaccineId, unlinked }: SatelliteFilter) =>
  select(tx)
    .where('d.municipality_code', '=', municipalityCode)
    .where(({ and, eb }) => and(searchWords(q).map((word) => eb('d.search_text', 'like', likeAnywhere(word)))))
    .$if(vaccineId !== undefined, (query) => query.where('h.vaccine_id', '=', vaccineId as number))
    .$if(unlinked, (query) => query.where('h.basic_venue_id', 'is', null));

export type Place = { readonly venueId: number; readonly vaccineId: number };

/** The satellites of a municipality by name, after the given place of the list. */
export const loadSatellites = async (
  tx: Tx,
  filter: SatelliteFilter,
  limit: number,
  after?: Place,
): Promise<Satellite[]> =>
  filtered(tx, filter)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(d.name, d.venue_id, h.vaccine_id) > ((select name from venue_directory where venue_id = ${after?.venueId}), ${after?.venueId}::bigint, ${after?.vaccineId}::bigint)`,
      ),
    )
    .orderBy('d.name')
    .orderBy('d.venue_id')
    .orderBy('h.vaccine_id')
    .limit(limit)
    .execute();

export type SatelliteCounts = { readonly all: number; readonly unlinked: number };

export const countSatellites = async (tx: Tx, filter: SatelliteFilter): Promise<SatelliteCounts> => {
  const row = await filtered(tx, filter)
    .clearSelect()
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('h.basic_venue_id', 'is', null).as('unlinked'),
    ])
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), unlinked: Number(row.unlinked) };
};

/** A venue that gets this vaccine directly; null when the id names anything else. */
export const loadBasic = async (tx: Tx, venueId: number, vaccineId: number): Promise<Basic | null> =>
  (await tx
    .selectFrom('venue_directory as d')
    .innerJoin('venue_vaccines as h', 'h.venue_id', 'd.venue_id')
    .select(['d.venue_id as id', 'd.name', 'd.code', 'd.municipality_code as municipalityCode'])
    .where('d.venue_id', '=', venueId)
    .where('d.approved', '=', true)
    .where('h.vaccine_id', '=', vaccineId)
    .where('h.role', '=', 'basic')
    .executeTakeFirst()) ?? null;

/** Links to a 基本型, or to none (null). False when somebody linked it elsewhere since the form was opened. */
export const saveLink = async (tx: Tx, place: Place, from: number | null, to: number | null): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('venue_vaccines')
    .set({ basic_venue_id: to })
    .where('venue_id', '=', place.venueId)
    .where('vaccine_id', '=', place.vaccineId)
    .where('role', '=', 'satellite')
    .where('basic_venue_id', from === null ? 'is' : '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
