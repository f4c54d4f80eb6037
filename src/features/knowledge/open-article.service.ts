import { dayOf } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadFiles } from './article-files.store.ts';
import type { ArticleFile } from './article-files.ts';
import { loadArticle } from './articles.store.ts';
import type { Article } from './articles.ts';
import { countView, loadRating } from './feedback.store.ts';

/** An article as a reader may see it today. */
export const readArticle = async ({ tx, now }: Ctx, slug: string): Promise<Article> => {
  const article = await loadArticle(tx, slug, dayOf(now));
  if (!article) throw notFound();
  return article;
};

export type OpenedArticle = {
  readonly article: Article;
  /** The reader's own rating. */
  readonly stars: number | null;
  readonly files: readonly ArticleFile[];
};

/** Opens an article: counts the view (M6.1-3). */
export const openArticle = async (ctx: Ctx, slug: string): Promise<OpenedArticle> => {
  const { id } = await readArticle(ctx, slug);
  await countView(ctx.tx, id, ctx.actor.userId, ctx.now);
  return {
    article: await readArticle(ctx, slug),
    stars: await loadRating(ctx.tx, id, ctx.actor.userId),
    files: await loadFiles(ctx.tx, id),
  };
};
