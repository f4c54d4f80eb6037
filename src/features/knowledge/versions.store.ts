import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import { foldForSearch } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { ArticleContent } from './articles.ts';
import type { VersionState } from './versions.states.ts';
import './knowledge.tables.ts';

/** One version of an article with who wrote and who checked it; no author: it came with the program. */
export type ArticleVersion = ArticleContent & {
  readonly number: number;
  readonly state: VersionState;
  readonly note: string;
  readonly authorId: number | null;
  readonly authorName: string | null;
  readonly writtenAt: Date;
  readonly reviewerName: string | null;
  readonly reviewedAt: Date | null;
};

/** An article as the desk keeps it. */
export type KeptArticle = {
  readonly id: number;
  readonly slug: string;
  readonly live: number | null;
  readonly version: number;
  readonly manualRole: string | null;
};

export const loadKept = async (tx: Tx, articleId: number): Promise<KeptArticle | null> =>
  (await tx
    .selectFrom('articles')
    .select(['id', 'slug', 'live', 'version', 'manual_role as manualRole'])
    .where('id', '=', articleId)
    .executeTakeFirst()) ?? null;

/** All versions, the newest first. */
export const loadVersions = (tx: Tx, articleId: number): Promise<ArticleVersion[]> =>
  tx
    .selectFrom('article_versions as v')
    .leftJoin('users as w', 'w.id', 'v.author_id')
    .leftJoin('users as r', 'r.id', 'v.reviewer_id')
    .select(['v.number', 'v.state', 'v.type', 'v.title', 'v.body', 'v.audiences', 'v.topic', 'v.note'])
    .select(['v.published_on as publishedOn', 'v.withdrawn_on as withdrawnOn'])
    .select(['v.author_id as authorId', 'v.written_at as writtenAt', 'v.reviewed_at as reviewedAt'])
    .select(sql<string | null>`w.family_name || ' ' || w.given_name`.as('authorName'))
    .select(sql<string | null>`r.family_name || ' ' || r.given_name`.as('reviewerName'))
    .where('v.article_id', '=', articleId)
    .orderBy('v.number', 'desc')
    .execute();

/** A new article without any version; gives its id. Its address is its number. */
export const insertArticle = async (tx: Tx, now: Date): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into articles (slug, created_at) values ('new-' || gen_random_uuid()::text, ${now}) returning id`.execute(
    tx,
  );
  const id = Number(rows[0]?.id);
  await tx
    .updateTable('articles')
    .set({ slug: `article-${id}` })
    .where('id', '=', id)
    .execute();
  await tx.insertInto('article_counts').values({ article_id: id }).execute();
  return id;
};

/** Takes the next version of the record; false when somebody was faster. */
export const touchArticle = async (tx: Tx, articleId: number, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('articles')
    .set({ version: version + 1 })
    .where('id', '=', articleId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

type Written = { readonly articleId: number; readonly number: number; readonly userId: number; readonly at: Date };

/** Writes the open version: a new draft, or again the one that is being written. */
export const saveDraft = async (
  tx: Tx,
  { articleId, number, userId, at }: Written,
  content: ArticleContent & { readonly note: string },
): Promise<void> => {
  const values = {
    state: 'draft' as const,
    type: content.type,
    title: content.title,
    title_sort: foldForSearch(content.title),
    body: content.body,
    audiences: [...content.audiences],
    topic: content.topic,
    published_on: content.publishedOn,
    withdrawn_on: content.withdrawnOn,
    note: content.note,
    author_id: userId,
    written_at: at,
  };
  await tx
    .insertInto('article_versions')
    .values({ article_id: articleId, number, reviewer_id: null, reviewed_at: null, ...values })
    .onConflict((conflict) => conflict.columns(['article_id', 'number']).doUpdateSet(values))
    .execute();
};

export const setVersionState = async (
  tx: Tx,
  articleId: number,
  number: number,
  state: VersionState,
): Promise<void> => {
  await tx
    .updateTable('article_versions')
    .set({ state })
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .execute();
};

/** Readers see this version from its day on. */
export const makeLive = async (tx: Tx, { articleId, number, userId, at }: Written, publishedOn: Day): Promise<void> => {
  await tx
    .updateTable('article_versions')
    .set({ state: 'published', published_on: publishedOn, reviewer_id: userId, reviewed_at: at })
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .execute();
  await tx.updateTable('articles').set({ live: number }).where('id', '=', articleId).execute();
};

/** Sets the day from which the live version is no longer shown. */
export const setWithdrawn = async (tx: Tx, articleId: number, number: number, day: Day): Promise<void> => {
  await tx
    .updateTable('article_versions')
    .set({ withdrawn_on: sql<Day>`greatest(${day}::date, published_on)` })
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .execute();
};
