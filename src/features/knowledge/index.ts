/** Chapter 6: FAQ・マニュアルを確認する. */
export { ArticleBody } from './article.page.tsx';
export { changesSince, type Seen } from './article-changes.store.ts';
export { loadPublishedFaqs } from './articles.store.ts';
export {
  type Article,
  type Audience,
  articleTypes,
  audienceOf,
  audiences,
  labelIn,
  type Topic,
  topics,
} from './articles.ts';
export { indexArticlesFirst } from './find-articles.service.ts';
export { helpHref, manualAudience } from './manuals.ts';
export { shippedManuals } from './manuals-on-disk.store.ts';
export { toText } from './markdown.ts';
export { publicFaqs } from './public-faqs.service.ts';
export { knowledgeRoom } from './routes.ts';
