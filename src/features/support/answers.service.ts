import { setImmediate as breathe } from 'node:timers/promises';
import { type Day, dayOf } from '../../kernel/calendar.ts';
import type { ReadCtx } from '../../platform/context.ts';
import { type Article, changesSince, loadPublishedFaqs, type Seen, toText } from '../knowledge/index.ts';
import { type ArticleIndex, type IndexedArticle, indexArticles, type Narrowing } from './article-index.ts';
import { groups, shippedWordings } from './vocabulary.ts';
import { listWordings } from './wordings.store.ts';

type State = {
  readonly index: ArticleIndex;
  readonly articles: Map<number, Article>;
  readonly learnt: Map<number, string[]>;
  readonly seen: Seen;
  readonly lastWording: number;
  readonly today: Day;
};

/** One index a process, following the articles and wordings that any process writes. */
let state: State | null = null;

const indexed = (article: Article, learnt: State['learnt']): IndexedArticle => ({
  id: article.id,
  title: article.title,
  body: toText(article.body),
  wordings: [...shippedWordings(article.slug), ...(learnt.get(article.id) ?? [])].join('\n'),
  audiences: article.audiences,
  topic: article.topic,
});

/** So many articles are indexed before other requests get their turn. */
const slice = 50;

const putAll = async (fresh: State, ids: Iterable<number>): Promise<void> => {
  let put = 0;
  for (const id of ids) {
    const article = fresh.articles.get(id);
    if (article) fresh.index.put(indexed(article, fresh.learnt));
    else fresh.index.drop(id);
    put += 1;
    if (put % slice === 0) await breathe();
  }
};

/** Brings the chatbot's index up to the articles that are published today. */
export const followAnswers = async ({ tx, now }: ReadCtx): Promise<State> => {
  const today = dayOf(now);
  const changes = await changesSince(tx, state?.seen ?? null);
  const former = state && !changes.all && state.today === today ? state : null;
  const wordings = await listWordings(tx, former?.lastWording ?? 0);
  if (former && changes.ids.length === 0 && wordings.length === 0) return former;

  const articles = new Map((await loadPublishedFaqs(tx, today)).map((article) => [article.id, article]));
  const learnt = new Map(former?.learnt);
  for (const { articleId, text } of wordings) learnt.set(articleId, [...(learnt.get(articleId) ?? []), text]);
  const fresh: State = {
    index: former?.index ?? indexArticles([], groups),
    articles,
    learnt,
    seen: changes.seen,
    lastWording: wordings.at(-1)?.id ?? former?.lastWording ?? 0,
    today,
  };
  await putAll(fresh, former ? [...changes.ids, ...wordings.map(({ articleId }) => articleId)] : articles.keys());
  state = fresh;
  return fresh;
};

/** How many questions are offered. */
const offered = 5;

/** The closest questions (MC-1): those of the chosen カテゴリ first, then any. */
export const closestAnswers = async (
  ctx: ReadCtx,
  question: string,
  narrowing: Narrowing,
): Promise<readonly number[]> => {
  const { index } = await followAnswers(ctx);
  const wanted = index.closest(question, narrowing, offered);
  const any = narrowing.topic === null ? [] : index.closest(question, { ...narrowing, topic: null }, offered);
  return [...new Set([...wanted, ...any])].slice(0, offered);
};

/** The articles with these ids as readers see them today, in this order. */
export const answersOf = async (ctx: ReadCtx, ids: readonly number[]): Promise<readonly Article[]> => {
  const { articles } = await followAnswers(ctx);
  return ids.flatMap((id) => articles.get(id) ?? []);
};

/** All questions that the chatbot can answer today. */
export const allAnswers = async (ctx: ReadCtx): Promise<readonly Article[]> => [
  ...(await followAnswers(ctx)).articles.values(),
];
