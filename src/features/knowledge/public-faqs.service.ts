import { dayOf } from '../../kernel/calendar.ts';
import type { ReadCtx } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { lastChange } from './article-changes.store.ts';
import { loadPublishedFaqs } from './articles.store.ts';
import type { Article } from './articles.ts';
import { toHtml } from './markdown.ts';

const byFirstDay = (a: Article, b: Article): number =>
  (a.publishedOn ?? '').localeCompare(b.publishedOn ?? '') || a.id - b.id;

/** What the public site needs of the desk's articles for 「一般の方」. */
export const publicFaqs = {
  /** What has been asked longest comes first; headings of an answer stand below its question. */
  load: async ({ tx, now }: ReadCtx) =>
    (await loadPublishedFaqs(tx, dayOf(now), 'public')).sort(byFirstDay).map(({ slug, title, body }) => ({
      slug,
      title,
      html: toHtml(body, 2),
    })),
  /** Another number means: something may have changed. */
  stamp: (tx: Tx): Promise<string> => lastChange(tx),
};
