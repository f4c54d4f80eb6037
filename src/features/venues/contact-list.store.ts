import { sql } from 'kysely';
import './venues.tables.ts';
import '../vaccines/index.ts';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Duty } from './venue-field.ts';

export type ContactLine = {
  readonly venueId: number;
  /** Its place among those of the venue: a person in charge, or `own-` with the doctor's id. */
  readonly place: string;
  /** null: a doctor's own address. */
  readonly duty: Duty | null;
  /** The doctor's name. */
  readonly person: string | null;
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly email: string;
  readonly explanation: 'wanted' | 'not_wanted' | null;
};
export type ContactPlace = Pick<ContactLine, 'venueId' | 'place'>;

/**
 * The addresses that agreed to be informed of a maker's vaccine, by venue: those of the people in charge at venues that handle
 * it (M2.1-8-5), and those of doctors who checked it (M2.2-2).
 */
export const loadContacts = async (
  tx: Tx,
  makerId: number,
  q: string,
  limit: number,
  after?: ContactPlace,
): Promise<ContactLine[]> => {
  const words = searchWords(q).map((word) => sql`and d.search_text like ${likeAnywhere(word)}`);
  const { rows } = await sql<ContactLine>`
    with addresses as (
      select c.venue_id, c.duty as place, c.duty, null as person, c.email from venue_contacts c
      where c.email <> '' and exists (
        select from venue_vaccines h join vaccines x on x.id = h.vaccine_id
        where h.venue_id = c.venue_id and x.maker_id = ${makerId})
      union all
      select o.venue_id, 'own-' || o.id, null, o.name, o.email from doctors o
      where o.email <> '' and exists (
        select from doctor_vaccines h join vaccines x on x.id = h.vaccine_id
        where h.doctor_id = o.id and x.maker_id = ${makerId})
    )
    select a.venue_id as "venueId", a.place, a.duty, a.person, a.email, d.code, d.name,
      d.prefecture_code as "prefectureCode", d.municipality_code as "municipalityCode",
      v.detailed_explanation as explanation
    from addresses a join venue_directory d using (venue_id) join venues v using (venue_id)
    where d.approved ${sql.join(words, sql` `)}
      ${after ? sql`and (a.venue_id, a.place) > (${after.venueId}::bigint, ${after.place})` : sql``}
    order by a.venue_id, a.place limit ${limit}`.execute(tx);
  return rows;
};
