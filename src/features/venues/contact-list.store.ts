import { sql } from 'kysely';
import './venues.tables.ts';
import '../vaccines/index.ts';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Duty } from './venue-field.ts';

export type ContactLine = {
  readonly venueId: number;
  readonly duty: Duty;
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly email: string;
  readonly explanation: 'wanted' | 'not_wanted' | null;
};
export type ContactPlace = { readonly venueId: number; readonly duty: string };

/** The addresses at which venues that handle a maker's vaccine want to be informed, by venue. */
export const loadContacts = (
  tx: Tx,
  makerId: number,
  q: string,
  limit: number,
  after?: ContactPlace,
): Promise<ContactLine[]> =>
  tx
    .selectFrom('venue_contacts as c')
    .innerJoin('venue_directory as d', 'd.venue_id', 'c.venue_id')
    .innerJoin('venues as v', 'v.venue_id', 'c.venue_id')
    .select(['c.venue_id as venueId', 'c.duty', 'c.email', 'd.code', 'd.name', 'v.detailed_explanation as explanation'])
    .select(['d.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode'])
    .where('c.email', '<>', '')
    .where('d.approved', '=', true)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('venue_vaccines as h')
          .innerJoin('vaccines as x', 'x.id', 'h.vaccine_id')
          .select('h.venue_id')
          .whereRef('h.venue_id', '=', 'c.venue_id')
          .where('x.maker_id', '=', makerId),
      ),
    )
    .where(({ and, eb }) => and(searchWords(q).map((word) => eb('d.search_text', 'like', likeAnywhere(word)))))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(c.venue_id, c.duty) > (${after?.venueId}::bigint, ${after?.duty ?? ''})`),
    )
    .orderBy('c.venue_id')
    .orderBy('c.duty')
    .limit(limit)
    .execute();
