import { type SqlBool, sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { ArticleType, Topic } from './articles.ts';
import type { VersionState } from './versions.states.ts';
import './knowledge.tables.ts';

/** One line of 「記事の管理」: the newest version, and whether readers see one. */
export type DeskRow = {
  readonly id: number;
  readonly title: string;
  readonly type: ArticleType;
  readonly topic: Topic;
  /** State of the newest version. */
  readonly state: VersionState;
  readonly number: number;
  readonly writtenAt: Date;
  readonly shown: boolean;
  readonly views: number;
};

export type DeskFilter = {
  readonly q: string;
  /** Only articles with a version in this state; `shown` and `hidden` ask for what readers see. */
  readonly state: 'draft' | 'review' | 'shown' | 'hidden' | null;
  readonly today: Day;
  readonly beforeId: number | null;
  readonly limit: number;
};

/** All articles of the desk, the newest first. */
export const listDeskRows = (tx: Tx, { q, state, today, beforeId, limit }: DeskFilter): Promise<DeskRow[]> => {
  const shown = sql<boolean>`(l.published_on <= ${today}::date and (l.withdrawn_on is null or l.withdrawn_on > ${today}::date)) is true`;
  return tx
    .selectFrom('articles as a')
    .innerJoin('article_counts as c', 'c.article_id', 'a.id')
    .innerJoin('article_versions as v', (join) =>
      join
        .onRef('v.article_id', '=', 'a.id')
        .on('v.number', '=', sql<number>`(select max(n.number) from article_versions n where n.article_id = a.id)`),
    )
    .leftJoin('article_versions as l', (join) =>
      join.onRef('l.article_id', '=', 'a.id').onRef('l.number', '=', 'a.live'),
    )
    .select(['a.id', 'v.title', 'v.type', 'v.topic', 'v.state', 'v.number', 'v.written_at as writtenAt', 'c.views'])
    .select(shown.as('shown'))
    .where(({ and, eb }) => and(searchWords(q).map((word) => eb('v.title_sort', 'like', likeAnywhere(word)))))
    .$if(state === 'draft' || state === 'review', (query) => query.where('v.state', '=', state as VersionState))
    .$if(state === 'shown', (query) => query.where(sql<SqlBool>`${shown}`))
    .$if(state === 'hidden', (query) => query.where(sql<SqlBool>`not ${shown}`))
    .$if(beforeId !== null, (query) => query.where('a.id', '<', beforeId ?? 0))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();
};
