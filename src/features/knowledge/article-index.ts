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

type Kept = { readonly title: string; readonly text: string };

/** Every two neighbouring characters of a text as one number, once each: Japanese needs no dictionary to be found by them. */
const pairsOf = (text: string): Set<number> => {
  const pairs = new Set<number>();
  for (let i = 1; i < text.length; i += 1) pairs.add(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i));
  return pairs;
};
const pairsIn = ({ title, text }: Kept): Set<number> => pairsOf(`${title}\n${text}`);

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
  const holders = new Map<number, number[]>();

  const drop = (id: number): void => {
    const former = articles.get(id);
    if (!former) return;
    for (const pair of pairsIn(former)) {
      const ids = holders.get(pair);
      ids?.splice(ids.indexOf(id), 1);
    }
    articles.delete(id);
  };
  const put = ({ id, title, text }: Indexed): void => {
    drop(id);
    const kept = { title: foldForSearch(title), text: foldForSearch(text) };
    articles.set(id, kept);
    for (const pair of pairsIn(kept)) {
      const ids = holders.get(pair);
      if (ids) ids.push(id);
      else holders.set(pair, [id]);
    }
  };
  /** Ids that may hold a word: those of its rarest pair. A single character has no pair, so all may. */
  const candidates = (word: string): Iterable<number> => {
    let fewest: readonly number[] | null = null;
    for (const pair of pairsOf(word)) {
      const ids = holders.get(pair) ?? [];
      if (!fewest || ids.length < fewest.length) fewest = ids;
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
