import { type SqlBool, sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Article, ArticleSort, ArticleType, Audience, Topic } from './articles.ts';
import './knowledge.tables.ts';

/** Every article with its live version and its counts. */
const live = (tx: Tx) =>
  tx
    .selectFrom('articles as a')
    .innerJoin('article_versions as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.live'),
    )
    .innerJoin('article_counts as c', 'c.article_id', 'a.id')
    .select(['a.id', 'a.slug', 'a.manual_role as manualRole', 'v.number', 'v.type', 'v.title', 'v.body', 'v.topic'])
    .select(['v.audiences', 'v.published_on as publishedOn', 'v.withdrawn_on as withdrawnOn'])
    .select(sql<Date>`coalesce(v.reviewed_at, v.written_at)`.as('updatedAt'))
    .select(['c.views', 'c.rating_count as ratingCount', 'c.rating_sum as ratingSum']);

/** Published and not withdrawn on a day. */
const shownOn = (today: Day) =>
  sql<SqlBool>`v.published_on <= ${today}::date and (v.withdrawn_on is null or v.withdrawn_on > ${today}::date)`;

export type ArticleFilter = {
  readonly type: ArticleType | null;
  readonly audience: Audience | null;
  readonly topic: Topic | null;
  /** Only these, where something is searched. */
  readonly among: readonly number[] | null;
};

const filtered = (tx: Tx, today: Day, { type, audience, topic, among }: ArticleFilter) =>
  live(tx)
    .where(shownOn(today))
    .$if(type !== null, (query) => query.where('v.type', '=', type as ArticleType))
    .$if(audience !== null, (query) => query.where(sql<SqlBool>`${audience} = any(v.audiences)`))
    .$if(topic !== null, (query) => query.where('v.topic', '=', topic as Topic))
    .$if(among !== null, (query) => query.where(sql<SqlBool>`a.id = any(${among as number[]}::bigint[])`));

const sortKeys = {
  published: [sql.ref('v.published_on'), 'desc'],
  rating: [sql.ref('c.score'), 'desc'],
  views: [sql.ref('c.views'), 'desc'],
  title: [sql.ref('v.title_sort'), 'asc'],
  'title-desc': [sql.ref('v.title_sort'), 'desc'],
} as const;

/** One page of the list, after the article with this id; by the key of the order and then by id. */
export const listArticles = (
  tx: Tx,
  today: Day,
  filter: ArticleFilter,
  { sort, afterId, limit }: { readonly sort: ArticleSort; readonly afterId: number | null; readonly limit: number },
): Promise<Article[]> => {
  const [key, direction] = sortKeys[sort];
  const further = sql.raw(direction === 'asc' ? '>' : '<');
  const last = sql`(select ${key}, a.id from articles a join article_versions v on v.article_id = a.id and v.number = a.live
    join article_counts c on c.article_id = a.id where a.id = ${afterId})`;
  return filtered(tx, today, filter)
    .$if(afterId !== null, (query) => query.where(sql<SqlBool>`(${key}, a.id) ${further} ${last}`))
    .orderBy(key, direction)
    .orderBy('a.id', direction)
    .limit(limit)
    .execute();
};

/** Ids of all articles that a filter lets through. */
export const listArticleIds = async (tx: Tx, today: Day, filter: ArticleFilter): Promise<number[]> => {
  const rows = await filtered(tx, today, filter).clearSelect().select('a.id').orderBy('a.id').execute();
  return rows.map(({ id }) => id);
};

export const countArticles = async (tx: Tx, today: Day, filter: ArticleFilter): Promise<number> => {
  const row = await filtered(tx, today, filter)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
};

/** Articles in the order of the ids given. */
export const loadArticles = async (tx: Tx, ids: readonly number[]): Promise<Article[]> => {
  if (ids.length === 0) return [];
  const rows = await live(tx).where('a.id', 'in', ids).execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
};

/** The article behind an address as readers see it on a day; null when there is none for them. */
export const loadArticle = async (tx: Tx, slug: string, today: Day): Promise<Article | null> =>
  (await live(tx).where('a.slug', '=', slug).where(shownOn(today)).executeTakeFirst()) ?? null;

/** Do readers see this article on a day? */
export const isShownNow = async (tx: Tx, articleId: number, today: Day): Promise<boolean> =>
  (await live(tx).where('a.id', '=', articleId).where(shownOn(today)).executeTakeFirst()) !== undefined;

/** FAQs that readers of a kind see on a day, or all of them, for the chatbot. */
export const loadPublishedFaqs = (tx: Tx, today: Day, audience: Audience | null = null): Promise<Article[]> =>
  filtered(tx, today, { type: 'faq', audience, topic: null, among: null }).orderBy('a.id').execute();
