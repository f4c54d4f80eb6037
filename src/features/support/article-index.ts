import MiniSearch from 'minisearch';
import { type Countable, postingsOf } from './postings.ts';
import type { Groups } from './synonyms.ts';
import { wordsOf } from './words.ts';

/** What the chatbot knows of an article. */
export type IndexedArticle = {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** The same question in other words, as users have put it. */
  readonly wordings: string;
  readonly audiences: readonly string[];
  readonly topic: string;
};
/** 「対象者」 and 「カテゴリ」; null = all. */
export type Narrowing = { readonly audience: string | null; readonly topic: string | null };

/** Tuned on test/questions/tuning.json: a word of the title tells twice as much, a group of words more than one of them. */
const titleWeight = 2;
const groupWeight = 1.5;

export type ArticleIndex = {
  readonly put: (article: IndexedArticle) => void;
  readonly drop: (id: number) => void;
  /** Ids of the articles that fit best, the closest first. */
  readonly closest: (question: string, narrowing: Narrowing, count: number) => readonly number[];
};

const fields = ['title', 'wordings', 'body'] as const;

/** The index of the desk's articles; who gives them one after the other decides when other requests get their turn. */
export const indexArticles = async (
  articles: Iterable<IndexedArticle> | AsyncIterable<IndexedArticle>,
  groups: Groups,
): Promise<ArticleIndex> => {
  const countable = async function* (): AsyncGenerator<Countable> {
    for await (const { id, audiences, topic, ...texts } of articles)
      yield { id, fields: fields.map((field) => wordsOf(texts[field], groups)), stored: { audiences, topic } };
  };
  const index = await MiniSearch.loadJSAsync<IndexedArticle>(await postingsOf(fields, countable()), {
    fields: [...fields],
    storeFields: ['audiences', 'topic'],
    tokenize: (text) => wordsOf(text, groups),
    processTerm: (word) => word,
  });
  return {
    put: (article) => {
      if (index.has(article.id)) index.discard(article.id);
      index.add(article);
    },
    drop: (id) => {
      if (index.has(id)) index.discard(id);
    },
    closest: (question, { audience, topic }, count) =>
      index
        .search(question, {
          boost: { title: titleWeight },
          boostTerm: (word) => (word.startsWith('#') ? groupWeight : 1),
          filter: (found) =>
            (audience === null || (found.audiences as readonly string[]).includes(audience)) &&
            (topic === null || found.topic === topic),
        })
        .slice(0, count)
        .map(({ id }) => id as number),
  };
};
