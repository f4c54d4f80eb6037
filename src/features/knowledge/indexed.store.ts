import type { Tx } from '../../platform/db/index.ts';
import './knowledge.tables.ts';

export type IndexedRow = { readonly id: number; readonly title: string; readonly body: string };

/** Title and text of live versions; of all articles, or of some. */
export const loadIndexed = (tx: Tx, ids?: readonly number[]): Promise<IndexedRow[]> =>
  tx
    .selectFrom('articles as a')
    .innerJoin('article_versions as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.live'),
    )
    .select(['a.id', 'v.title', 'v.body'])
    .$if(ids !== undefined, (query) => query.where('a.id', 'in', ids?.length ? ids : [-1]))
    .orderBy('a.id')
    .execute();
