import { dayOf } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ArticleListData } from './article-list.page.tsx';
import { countArticles, listArticleIds, listArticles, loadArticles } from './articles.store.ts';
import { findArticles } from './find-articles.service.ts';
import { isTooLong, type ListState, sortOf } from './list-state.ts';

const pageSize = 20;

/** One page of 「記事」: filters and orders by the database, the search by the index. */
export const findPage = async (ctx: Ctx, state: ListState): Promise<ArticleListData> => {
  const { tx } = ctx;
  if (isTooLong(state)) return { state, articles: [], count: 0, more: false, words: [] };
  const today = dayOf(ctx.now);
  const found = state.q === '' ? null : await findArticles(ctx, state.q);
  const filter = {
    type: state.type,
    audience: state.audience,
    topic: state.topic,
    among: found && [...found.scores.keys()],
  };
  const words = found?.words ?? [];
  const sort = sortOf(state);
  if (sort === 'fit' && found) {
    const ids = await listArticleIds(tx, today, filter);
    const score = (id: number): number => found.scores.get(id) ?? 0;
    const ordered = ids.sort((a, b) => score(b) - score(a) || a - b);
    const rest = ordered.slice(state.after === null ? 0 : ordered.indexOf(state.after) + 1);
    const articles = await loadArticles(tx, rest.slice(0, pageSize));
    return { state, articles, count: ids.length, more: rest.length > pageSize, words };
  }
  const rows = await listArticles(tx, today, filter, {
    sort: sort === 'fit' ? 'published' : sort,
    afterId: state.after,
    limit: pageSize + 1,
  });
  const count = await countArticles(tx, today, filter);
  return { state, articles: rows.slice(0, pageSize), count, more: rows.length > pageSize, words };
};
