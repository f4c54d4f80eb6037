import { setImmediate as breathe } from 'node:timers/promises';
import { type Day, dayOf } from '../../kernel/calendar.ts';
import { keptState } from '../../kernel/kept-state.ts';
import type { ReadCtx } from '../../platform/context.ts';
import type { Reading } from '../../platform/db/index.ts';
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
const kept = keptState<State>();

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
const indexedEach = async function* (
  articles: ReadonlyMap<number, Article>,
  learnt: State['learnt'],
): AsyncGenerator<IndexedArticle> {
  let given = 0;
  for (const article of articles.values()) {
    given += 1;
    if (given % slice === 0) await breathe();
    yield indexed(article, learnt);
  }
};

/** What the database says, since a former state where there is one. */
const readAnswers = async ({ tx, now }: ReadCtx, former: State | null) => {
  const today = dayOf(now);
  const wordings = await listWordings(tx, former?.lastWording ?? 0);
  const articles = new Map((await loadPublishedFaqs(tx, today)).map((article) => [article.id, article]));
  const learnt = new Map(former?.learnt);
  for (const { articleId, text } of wordings) learnt.set(articleId, [...(learnt.get(articleId) ?? []), text]);
  const lastWording = wordings.at(-1)?.id ?? former?.lastWording ?? 0;
  return { articles, learnt, lastWording, today, reworded: wordings.map(({ articleId }) => articleId) };
};
type Read = Awaited<ReturnType<typeof readAnswers>>;

const build = async ({ reworded: _, ...read }: Read, seen: Seen): Promise<State> => ({
  ...read,
  seen,
  index: await indexArticles(indexedEach(read.articles, read.learnt), groups),
});

/** Makes the index after the start: read in a transaction, made outside of it, so that the embedded database stays free. */
export const indexAnswersFirst = async (reading: Reading, now: Date): Promise<void> => {
  const { seen, read } = await reading(async (tx) => ({
    seen: (await changesSince(tx, null)).seen,
    read: await readAnswers({ tx, now }, null),
  }));
  await kept.makeFirst(() => build(read, seen));
};

/** Brings the chatbot's index up to the articles that are published today. */
const followAnswers = async (ctx: ReadCtx): Promise<State> => {
  const state = await kept.current();
  const changes = await changesSince(ctx.tx, state?.seen ?? null);
  const former = changes.all ? null : state;
  const today = dayOf(ctx.now);
  const wordings = former ? await listWordings(ctx.tx, former.lastWording) : [];
  if (former && former.today === today && changes.ids.length === 0 && wordings.length === 0) return former;

  const { reworded, ...read } = await readAnswers(ctx, former);
  if (!former) return kept.keep(await build({ reworded, ...read }, changes.seen));
  // Articles come and go with the day too.
  const turned = [...former.articles.keys(), ...read.articles.keys()].filter(
    (id) => former.articles.has(id) !== read.articles.has(id),
  );
  for (const id of new Set([...changes.ids, ...reworded, ...turned])) {
    const article = read.articles.get(id);
    if (article) former.index.put(indexed(article, read.learnt));
    else former.index.drop(id);
  }
  return kept.keep({ ...read, index: former.index, seen: changes.seen });
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
