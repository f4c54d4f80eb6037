import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './knowledge.tables.ts';

const hourMs = 3_600_000;

/** Counts a view, once per user and hour (M6.1-3). */
export const countView = async (tx: Tx, articleId: number, userId: number, now: Date): Promise<void> => {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  await sql`
    with first as (
      insert into article_views (article_id, user_id, hour) values (${articleId}, ${userId}, ${hour})
      on conflict do nothing returning article_id
    )
    update article_counts c set views = c.views + 1 from first where c.article_id = first.article_id`.execute(tx);
};

/** Forgets who read what once the hour is over. */
export const forgetViews = async (tx: Tx, now: Date): Promise<void> => {
  await tx
    .deleteFrom('article_views')
    .where('hour', '<', new Date(now.getTime() - 2 * hourMs))
    .execute();
};

/** One user's rating; null when there is none. */
export const loadRating = async (tx: Tx, articleId: number, userId: number): Promise<number | null> => {
  const row = await tx
    .selectFrom('article_ratings')
    .select('stars')
    .where('article_id', '=', articleId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.stars ?? null;
};

/** One rating per user, the last one counts. */
export const saveRating = async (
  tx: Tx,
  articleId: number,
  userId: number,
  stars: number,
  now: Date,
): Promise<void> => {
  await tx.selectFrom('article_counts').select('article_id').where('article_id', '=', articleId).forUpdate().execute();
  await tx
    .insertInto('article_ratings')
    .values({ article_id: articleId, user_id: userId, stars, rated_at: now })
    .onConflict((conflict) => conflict.columns(['article_id', 'user_id']).doUpdateSet({ stars, rated_at: now }))
    .execute();
  await sql`
    update article_counts c set rating_sum = r.total, rating_count = r.n, score = (r.total + 15) * 1000 / (r.n + 5)
    from (select sum(stars)::int as total, count(*)::int as n from article_ratings where article_id = ${articleId}) r
    where c.article_id = ${articleId}`.execute(tx);
};
