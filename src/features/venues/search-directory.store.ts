import { type SqlBool, sql } from 'kysely';
import './venues.tables.ts';
import { likeAnywhere, pairsOf, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';

export type DirectoryQuery = {
  readonly q: string;
  /** `name`: name and kana; `all`: also address, postal code and institution code. */
  readonly scope: 'name' | 'all';
  /** Only venues that handle this vaccine, in this role where one is given. */
  readonly vaccineId?: number;
  readonly role?: 'basic' | 'satellite';
  /** Venues of this municipality (6 digits) come first, then those of its 都道府県 (2 digits). */
  readonly near?: string | null;
  readonly limit?: number;
};

export type DirectoryHit = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly town: string;
  readonly street: string;
};

/** Words that more venues hold are so frequent that the list is read in its order instead. */
const rareUpTo = 3000;

/** Approved venues that hold every word. */
const matching = (tx: Tx, { q, scope, vaccineId, role }: DirectoryQuery) =>
  tx
    .selectFrom('venue_directory as d')
    .select(['d.venue_id as id', 'd.code', 'd.name', 'd.town', 'd.street'])
    .select(['d.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode'])
    .where('d.approved', '=', true)
    .where(({ and, eb }) =>
      and(
        searchWords(q).map((word) =>
          eb(scope === 'name' ? 'd.search_name' : 'd.search_text', 'like', likeAnywhere(word)),
        ),
      ),
    )
    .$if(vaccineId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('venue_vaccines as h')
            .select('h.venue_id')
            .whereRef('h.venue_id', '=', 'd.venue_id')
            .where('h.vaccine_id', '=', vaccineId as number)
            .$if(role !== undefined, (handled) => handled.where('h.role', '=', role as 'basic')),
        ),
      ),
    );

type Place = { readonly in?: string; readonly notIn?: string };

/** By name, in an area and outside another (codes of 2 or 6 digits): the index of the area has this order. */
const byName = (tx: Tx, query: DirectoryQuery, place: Place, limit: number): Promise<DirectoryHit[]> => {
  const columnOf = (code: string) => (code.length === 2 ? 'd.prefecture_code' : 'd.municipality_code');
  const { in: area, notIn } = place;
  return matching(tx, query)
    .$if(area !== undefined, (found) => found.where(columnOf(area as string), '=', area as string))
    .$if(notIn !== undefined, (found) => found.where(columnOf(notIn as string), '<>', notIn as string))
    .orderBy('d.name')
    .orderBy('d.venue_id')
    .limit(limit)
    .execute();
};

/** All the venues with rare words by the index of letter pairs, near ones first; null: too many, or words of one letter. */
const byPairs = async (tx: Tx, query: DirectoryQuery, limit: number): Promise<DirectoryHit[] | null> => {
  const pairs = searchWords(query.q).flatMap(pairsOf);
  if (pairs.length === 0) return null;
  const near = query.near ?? '';
  const hits = await tx
    .with(
      (cte) => cte('found').materialized(),
      (db) =>
        matching(db as Tx, query)
          .where(sql<SqlBool>`search_grams(d.search_text) @> ${pairs}::text[]`)
          .limit(rareUpTo + 1),
    )
    .selectFrom('found')
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('all'))
    .orderBy(sql`"municipalityCode" = ${near}`, 'desc')
    .orderBy(sql`"prefectureCode" = ${near.slice(0, 2)}`, 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute();
  if ((hits[0]?.all ?? 0) > rareUpTo) return null;
  return hits.map(({ all, ...hit }) => hit);
};

/**
 * Approved venues that hold every word, the near ones first, then by name. What the own municipality does not fill is
 * found by its letters; words that thousands of venues share fill the page early in the order of the list.
 */
export const searchDirectory = async (
  tx: Tx,
  query: DirectoryQuery,
): Promise<{ readonly hits: readonly DirectoryHit[]; readonly more: boolean }> => {
  const { near, limit = 20 } = query;
  const page = (hits: readonly DirectoryHit[]) => ({ hits: hits.slice(0, limit), more: hits.length > limit });
  const prefecture = near?.slice(0, 2);
  const own = near?.length === 6 ? await byName(tx, query, { in: near }, limit + 1) : [];
  if (own.length > limit) return page(own);
  const rare = await byPairs(tx, query, limit + 1);
  if (rare) return page(rare);
  const around = prefecture
    ? await byName(tx, query, { in: prefecture, ...(near?.length === 6 && { notIn: near }) }, limit + 1 - own.length)
    : [];
  const hits = [...own, ...around];
  if (hits.length > limit) return page(hits);
  const rest = await byName(tx, query, prefecture ? { notIn: prefecture } : {}, limit + 1 - hits.length);
  return page([...hits, ...rest]);
};

/** Approved venues by code, after one where given. */
export const loadApprovedIds = async (
  tx: Tx,
  where: {
    readonly code?: string | undefined;
    readonly prefecture?: string | undefined;
    readonly municipality?: string | undefined;
    readonly after?: string | undefined;
  },
  limit: number,
): Promise<number[]> => {
  const { code, prefecture, municipality, after } = where;
  const rows = await tx
    .selectFrom('venue_directory')
    .select('venue_id as id')
    .where('approved', '=', true)
    .$if(code !== undefined, (query) => query.where('code', '=', code as string))
    .$if(prefecture !== undefined, (query) => query.where('prefecture_code', '=', prefecture as string))
    .$if(municipality !== undefined, (query) => query.where('municipality_code', '=', municipality as string))
    .$if(after !== undefined, (query) => query.where('code', '>', after as string))
    .orderBy('code')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};
