import { foldForSearch } from '../../kernel/search-text.ts';
import { typedWords, wordsInside } from './article-words.ts';

/** What the index reads of an article; the body without its markup. */
export type Indexed = { readonly id: number; readonly title: string; readonly text: string };
/** The articles that were found, each with how well it fits, and the words by which they were found. */
export type Found = { readonly scores: ReadonlyMap<number, number>; readonly words: readonly string[] };
export type ArticleIndex = {
  readonly put: (article: Indexed) => void;
  readonly drop: (id: number) => void;
  readonly find: (typed: string) => Found;
};

type Kept = { readonly title: string; readonly text: string; readonly pairs: readonly string[] };

/** Every two neighbouring characters of a text, once each: Japanese needs no dictionary to be found by them. */
const pairsOf = (text: string): Set<string> => {
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i += 1) pairs.add(text.slice(i - 1, i + 1));
  return pairs;
};

const countOf = (text: string, word: string): number => {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < 5; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
};

const inTitle = 10;
const asTitle = 5;
/** How well one word fits: a title weighs more than a text, and a short text says more by one word than a long one. */
const weigh = ({ title, text }: Kept, word: string): number => {
  const titled = title.includes(word) ? inTitle + (title.startsWith(word) ? asTitle : 0) : 0;
  return titled + countOf(text, word) / (1 + text.length / 2_000);
};

/** Full-text index in memory over folded text; a word is found wherever it stands (M6.1-2). */
export const createArticleIndex = (): ArticleIndex => {
  const articles = new Map<number, Kept>();
  const holders = new Map<string, Set<number>>();

  const drop = (id: number): void => {
    for (const pair of articles.get(id)?.pairs ?? []) holders.get(pair)?.delete(id);
    articles.delete(id);
  };
  const put = ({ id, title, text }: Indexed): void => {
    drop(id);
    const kept = { title: foldForSearch(title), text: foldForSearch(text) };
    const pairs = [...pairsOf(`${kept.title}\n${kept.text}`)];
    articles.set(id, { ...kept, pairs });
    for (const pair of pairs) {
      const ids = holders.get(pair);
      if (ids) ids.add(id);
      else holders.set(pair, new Set([id]));
    }
  };
  /** Ids that may hold a word: those of its rarest pair. A single character has no pair, so all may. */
  const candidates = (word: string): Iterable<number> => {
    let fewest: ReadonlySet<number> | null = null;
    for (const pair of pairsOf(word)) {
      const ids = holders.get(pair) ?? new Set<number>();
      if (!fewest || ids.size < fewest.size) fewest = ids;
    }
    return fewest ?? articles.keys();
  };
  const withAll = (words: readonly string[]): Map<number, number> => {
    const scores = new Map<number, number>();
    if (words.length === 0) return scores;
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
    for (const id of candidates(longest)) {
      const article = articles.get(id);
      if (!article || !words.every((word) => article.title.includes(word) || article.text.includes(word))) continue;
      scores.set(
        id,
        words.reduce((sum, word) => sum + weigh(article, word), 0),
      );
    }
    return scores;
  };
  /** As typed; else by the words inside of what was typed. */
  const find = (typed: string): Found => {
    const words = typedWords(typed);
    const scores = withAll(words);
    if (scores.size > 0) return { scores, words };
    const inside = wordsInside(typed);
    return { scores: withAll(inside), words: inside };
  };
  return { put, drop, find };
};
