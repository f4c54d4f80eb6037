import { z } from 'zod';
import { action, page, type Route } from '../../platform/http/index.ts';
import { articlePage } from './article.page.tsx';
import { articleListPage } from './article-list.page.tsx';
import { findPage } from './list-articles.service.ts';
import { backHref, listQuery } from './list-state.ts';
import { manualArticlePage } from './manual.page.tsx';
import { shippedManual } from './manuals-on-disk.store.ts';
import { openArticle, readArticle } from './open-article.service.ts';
import { rateArticle } from './rate-article.service.ts';
import { ratingForm } from './rating.form.ts';

const permission = 'knowledge.read';
const params = z.object({ slug: z.string().max(80) });

const one = page({
  path: '/knowledge/articles/:slug',
  permission,
  params,
  query: z.object({ from: z.string().max(4000).catch(''), rated: z.string().optional() }),
  load: async (ctx, { params, query }) => {
    const back = backHref(query.from);
    return {
      ...(await openArticle(ctx, params.slug)),
      back,
      from: back.split('?')[1] ?? '',
      rated: query.rated !== undefined,
    };
  },
  view: (data, screen) => {
    const manual = shippedManual(data.article.manualRole);
    return manual ? manualArticlePage(manual)(data, screen) : articlePage(data, screen);
  },
});

/** M6.1: what every signed-in person reads. */
export const readerRoutes: readonly Route[] = [
  page({
    path: '/knowledge',
    permission,
    query: listQuery,
    load: (ctx, { query }) => findPage(ctx, query),
    view: articleListPage,
  }),
  one,
  action({
    path: '/knowledge/articles/:slug/rating',
    permission,
    audit: 'article.rate',
    params,
    form: ratingForm,
    page: one,
    run: async (ctx, { params, input }) => rateArticle(ctx, await readArticle(ctx, params.slug), input),
  }),
];
