import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { BookingMark } from '../booking-status/index.ts';
import type { PublicVaccine, PublicVenue } from './public-venue.ts';

type Row = Omit<PublicVenue, 'markedAt' | 'mark' | 'vaccines'> & {
  readonly mark: BookingMark;
  readonly markedAt: Date | null;
  readonly vaccines: readonly PublicVaccine[] | null;
};

/** Everything the public may know of a venue; the one place that says which columns those are. */
const publicColumns = sql`
  d.venue_id as id, d.code, d.name, d.kana, d.english_name as "englishName", trim(d.postal_code) as "postalCode",
  d.prefecture_code as "prefectureCode", d.municipality_code as "municipalityCode", d.town, d.street, d.phone, d.homepage,
  d.booking_phone as "bookingPhone", d.booking_url as "bookingUrl", d.booking_by_phone as "bookingByPhone",
  d.booking_by_web as "bookingByWeb", d.reception_hours as hours, d.general_admission as admission,
  d.parking_spaces as "parkingSpaces", d.notice, d.notice_easy as "noticeEasy", d.notice_english as "noticeEnglish",
  d.booking_mark as mark, d.booking_marked_at as "markedAt",
  (select json_agg(json_build_object('code', x.code, 'name', x.short_name) order by x.usable_from, x.id)
     from venue_vaccines h join vaccines x on x.id = h.vaccine_id where h.venue_id = d.venue_id) as vaccines`;

/** S21: hidden venues and what is not approved never appear, wherever the public looks. */
const isPublic = sql`d.approved and not d.hidden`;

const toVenue = ({ markedAt, vaccines, ...row }: Row): PublicVenue => ({
  ...row,
  markedAt: markedAt?.toISOString() ?? null,
  vaccines: vaccines ?? [],
});

const select = async (tx: Tx, where: RawBuilder<unknown>, rest: RawBuilder<unknown>): Promise<PublicVenue[]> => {
  const { rows } = await sql<Row>`
    select ${publicColumns} from venue_directory d where ${isPublic} and ${where} ${rest}`.execute(tx);
  return rows.map(toVenue);
};

/** All public venues of some municipalities. */
export const loadVenuesOf = (tx: Tx, municipalityCodes: readonly string[]): Promise<PublicVenue[]> =>
  select(tx, sql`d.municipality_code = any(${municipalityCodes}::text[])`, sql``);

/** One public venue by its code of 10 digits. */
export const loadPublicVenue = async (tx: Tx, code: string): Promise<PublicVenue | null> =>
  (await select(tx, sql`d.code = ${code}`, sql`limit 1`))[0] ?? null;

export type Slice = {
  /** Code of the last venue read; '' = from the beginning. */
  readonly after: string;
  readonly limit: number;
  readonly prefecture?: string;
  readonly municipality?: string;
};

/** A part of the whole country by its key: for reading everything without holding everything. */
export const loadSlice = (tx: Tx, { after, limit, prefecture, municipality }: Slice): Promise<PublicVenue[]> =>
  select(
    tx,
    sql`d.code > ${after}
      and (${prefecture ?? null}::text is null or d.prefecture_code = ${prefecture ?? null})
      and (${municipality ?? null}::text is null or d.municipality_code = ${municipality ?? null})`,
    sql`order by d.code limit ${limit}`,
  );

export type AreaCount = { readonly code: string; readonly venues: number; readonly bookable: number };

/** How many public venues each municipality of a prefecture has, and how many take bookings. */
export const countByMunicipality = async (tx: Tx, prefectureCode: string): Promise<AreaCount[]> => {
  const { rows } = await sql<AreaCount>`
    select d.municipality_code as code, count(*) as venues,
      count(*) filter (where d.booking_mark in ('open', 'few', 'walk_in')) as bookable
    from venue_directory d where ${isPublic} and d.prefecture_code = ${prefectureCode} group by 1`.execute(tx);
  return rows.map(({ code, venues, bookable }) => ({ code, venues: Number(venues), bookable: Number(bookable) }));
};

/** The vaccines that some public venue gives, in the order in which they came into use. */
export const loadVaccinesInUse = async (tx: Tx): Promise<PublicVaccine[]> => {
  const { rows } = await sql<PublicVaccine>`
    select x.code, x.short_name as name from vaccines x
    where exists (select from venue_vaccines h where h.vaccine_id = x.id) order by x.usable_from, x.id`.execute(tx);
  return rows;
};

export type Search = {
  /** Folded words; all must be found. */
  readonly words: readonly string[];
  readonly postalCode: string | null;
  readonly prefecture: string | null;
  readonly bookable: boolean;
  readonly anyone: boolean;
  readonly vaccine: string;
  /** Sort key of the last one seen. */
  readonly after: string | null;
  readonly limit: number;
};

const likeAnywhere = (word: string): string => `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;

const narrowed = ({ prefecture, bookable, anyone, vaccine }: Search): RawBuilder<unknown> => sql`
  (${prefecture}::text is null or d.prefecture_code = ${prefecture})
  and (not ${bookable}::boolean or d.booking_mark in ('open', 'few', 'walk_in'))
  and (not ${anyone}::boolean or d.general_admission = 'anyone')
  and (${vaccine} = '' or exists (
    select from venue_vaccines h join vaccines x on x.id = h.vaccine_id
    where h.venue_id = d.venue_id and x.code = ${vaccine}))`;

const sortKey = sql`(case when d.kana = '' then d.name else d.kana end || '~' || d.code) collate "C"`;

const found = ({ words, postalCode }: Search): RawBuilder<unknown> =>
  postalCode !== null
    ? sql`d.postal_code = ${postalCode}`
    : sql.join(
        words.map((word) => sql`d.search_text like ${likeAnywhere(word)}`),
        sql` and `,
      );

/** Venues of the whole country that hold every word, in the order of the lists. */
export const searchVenues = (tx: Tx, search: Search): Promise<PublicVenue[]> =>
  select(
    tx,
    sql`${found(search)} and ${narrowed(search)} and (${search.after}::text is null or ${sortKey} > ${search.after})`,
    sql`order by ${sortKey} limit ${search.limit}`,
  );

/** Venues that nearly hold the words, the nearest first: for small mistakes. By the trigram index. */
export const searchNearly = async (tx: Tx, search: Search, similarEnough: number): Promise<PublicVenue[]> => {
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(similarEnough)}, true)`.execute(tx);
  const nearly = sql.join(
    search.words.map((word) => sql`${word} <% d.search_text`),
    sql` and `,
  );
  const nearness = sql.join(
    search.words.map((word) => sql`word_similarity(${word}, d.search_text)`),
    sql` + `,
  );
  return select(
    tx,
    sql`${nearly} and ${narrowed(search)}`,
    sql`order by ${nearness} desc, d.venue_id limit ${search.limit}`,
  );
};
