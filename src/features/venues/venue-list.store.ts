import { sql } from 'kysely';
import './venues.tables.ts';
import '../applications/index.ts';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';

export type VenueFilter = {
  /** The area of who looks; both null: the whole country. */
  readonly prefectureCode: string | null;
  readonly municipalityCode: string | null;
  readonly q: string;
  readonly state: '' | 'waiting' | 'no-doctor';
};

export type VenueLine = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly town: string;
  readonly street: string;
  readonly phone: string;
  readonly doctors: number;
  readonly waiting: boolean;
};

const filtered = (tx: Tx, { prefectureCode, municipalityCode, q, state }: VenueFilter) =>
  tx
    .selectFrom('venue_directory as d')
    .$if(municipalityCode !== null, (query) => query.where('d.municipality_code', '=', municipalityCode))
    .$if(municipalityCode === null && prefectureCode !== null, (query) =>
      query.where('d.prefecture_code', '=', prefectureCode),
    )
    .where(({ and, eb }) => and(searchWords(q).map((word) => eb('d.search_text', 'like', likeAnywhere(word)))))
    .$if(state === 'waiting', (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('applications as a')
            .select('a.id')
            .whereRef('a.org_id', '=', 'd.venue_id')
            .where('a.state', '=', 'open'),
        ),
      ),
    )
    .$if(state === 'no-doctor', (query) =>
      query.where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('doctors as x').select('x.id').whereRef('x.venue_id', '=', 'd.venue_id'))),
      ),
    );

/** In the order of the list, after the venue with this id. */
const inOrder = (tx: Tx, filter: VenueFilter, limit: number, after: number | undefined) =>
  filtered(tx, filter)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(d.municipality_code, d.name, d.venue_id) > (select municipality_code, name, venue_id from venue_directory where venue_id = ${after})`,
      ),
    )
    .orderBy('d.municipality_code')
    .orderBy('d.name')
    .orderBy('d.venue_id')
    .limit(limit);

/** The venues of an area by name, after the one with this id. */
export const loadVenueLines = (tx: Tx, filter: VenueFilter, limit: number, after?: number): Promise<VenueLine[]> =>
  inOrder(tx, filter, limit, after)
    .select(['d.venue_id as id', 'd.code', 'd.name', 'd.town', 'd.street', 'd.phone'])
    .select(['d.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode'])
    .select(sql<number>`(select count(*)::int from doctors x where x.venue_id = d.venue_id)`.as('doctors'))
    .select(
      sql<boolean>`exists (select from applications a where a.org_id = d.venue_id and a.state = 'open')`.as('waiting'),
    )
    .execute();

/** Their ids alone. */
export const loadVenueIds = async (tx: Tx, filter: VenueFilter, limit: number, after?: number): Promise<number[]> =>
  (await inOrder(tx, filter, limit, after).select('d.venue_id as id').execute()).map(({ id }) => id);

export const countVenues = async (tx: Tx, filter: VenueFilter): Promise<number> => {
  const row = await filtered(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};
