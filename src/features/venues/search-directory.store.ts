import { type SqlBool, sql } from 'kysely';
import './venues.tables.ts';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import { folded, type Tx } from '../../platform/db/index.ts';

export type DirectoryQuery = {
  readonly q: string;
  /** `name`: name and kana; `all`: also address, postal code and institution code. */
  readonly scope: 'name' | 'all';
  /** Only venues that handle this vaccine, in this role where one is given. */
  readonly vaccineId?: number;
  readonly role?: 'basic' | 'satellite';
  /** Venues of this municipality come first. */
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

/** Name and kana folded in SQL as `search_text` was when it was written. */
const nameHas = (word: string) =>
  sql<SqlBool>`${folded(sql<string>`d.name || ' ' || d.kana`)} like ${likeAnywhere(word)}`;

/**
 * Approved venues that hold every word, the near ones first, then by name. `search_text` has a trigram index; what it
 * finds by address is left out again where only names were asked for.
 */
export const searchDirectory = async (
  tx: Tx,
  { q, scope, vaccineId, role, near, limit = 20 }: DirectoryQuery,
): Promise<{ readonly hits: readonly DirectoryHit[]; readonly more: boolean }> => {
  const words = searchWords(q);
  const hits = await tx
    .selectFrom('venue_directory as d')
    .select(['d.venue_id as id', 'd.code', 'd.name', 'd.town', 'd.street'])
    .select(['d.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode'])
    .where('d.approved', '=', true)
    .where(({ and, eb }) => and(words.map((word) => eb('d.search_text', 'like', likeAnywhere(word)))))
    .$if(scope === 'name', (query) => query.where(({ and }) => and(words.map(nameHas))))
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
    )
    .orderBy(sql`d.municipality_code = ${near ?? ''}`, 'desc')
    .orderBy(sql`d.prefecture_code = ${(near ?? '').slice(0, 2)}`, 'desc')
    .orderBy('d.name')
    .orderBy('d.venue_id')
    .limit(limit + 1)
    .execute();
  return { hits: hits.slice(0, limit), more: hits.length > limit };
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
