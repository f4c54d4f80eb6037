import { foldForSearch } from '../../kernel/search-text.ts';
import { type Groups, groupsIn } from './synonyms.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
/** Words that stand in nearly every question and tell nothing. */
const empty = new Set(
  'あり ある いい いう いつ いる うち から くる けど こと これ した したい して しまう する すれ せん その それ たい ため です とき どう どこ なに なら なる なり ので はい はど べき ほし ます まし ませ まだ もの よい よう より れる られ でき できる ください ました ません 方 時 場合 何 教 知'.split(
    ' ',
  ),
);
const isWord = /[\p{L}\p{N}○△×●※]/u;
const endings = /^(\p{Script=Han}+)\p{Script=Hiragana}+$/u;

/** 忘れる, 忘れた and 忘れ are one word: the part in kanji. */
const stem = (word: string): string => endings.exec(word)?.[1] ?? word;

/** What a segment becomes, or null where it tells nothing; the same few thousand stand in every text. */
const kept = new Map<string, string | null>();
/** More segments than the desk's own articles have are noise from outside. */
const keptLimit = 50_000;

const wordIn = (segment: string): string | null => {
  const former = kept.get(segment);
  if (former !== undefined) return former;
  const folded = foldForSearch(stem(segment));
  const word = !isWord.test(folded) || empty.has(folded) || /^\p{Script=Hiragana}$/u.test(folded) ? null : folded;
  if (kept.size >= keptLimit) kept.clear();
  kept.set(segment, word);
  return word;
};

/**
 * The words of a text as the index knows them: width, capitals and kana folded, verbs without their endings, and one
 * mark `#n` for every group of words that mean the same.
 */
export const wordsOf = (text: string, groups: Groups): string[] => {
  const plain = text.normalize('NFKC').toLowerCase();
  const words: string[] = [];
  for (const { segment } of segmenter.segment(plain)) {
    const word = wordIn(segment);
    if (word !== null) words.push(word);
  }
  return [...words, ...groupsIn(foldForSearch(plain), groups)];
};
