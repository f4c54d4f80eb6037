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

/**
 * The words of a text as the index knows them: width, capitals and kana folded, verbs without their endings, and one
 * mark `#n` for every group of words that mean the same.
 */
export const wordsOf = (text: string, groups: Groups): string[] => {
  const plain = text.normalize('NFKC').toLowerCase();
  const words: string[] = [];
  for (const { segment } of segmenter.segment(plain)) {
    const word = foldForSearch(stem(segment));
    if (!isWord.test(word) || empty.has(word) || /^\p{Script=Hiragana}$/u.test(word)) continue;
    words.push(word);
  }
  return [...words, ...groupsIn(foldForSearch(plain), groups)];
};
