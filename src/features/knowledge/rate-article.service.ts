import type { InputOf } from '../../kernel/form.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { Article } from './articles.ts';
import { saveRating } from './feedback.store.ts';
import type { ratingForm } from './rating.form.ts';

/** 「評価する」: again by the same user replaces the former rating. */
export const rateArticle = async (
  ctx: Ctx,
  article: Article,
  { stars, from }: InputOf<typeof ratingForm>,
): Promise<Outcome> => {
  await saveRating(ctx.tx, article.id, ctx.actor.userId, Number(stars), ctx.now);
  ctx.note(`article:${article.id}`, { stars: Number(stars) });
  return done(`/knowledge/articles/${article.slug}?${new URLSearchParams({ ...(from && { from }), rated: '1' })}`);
};
