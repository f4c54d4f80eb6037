import { foldForSearch } from '../../kernel/search-text.ts';

/** How long a search may be, in characters. */
export const searchLimit = 200;
/** More words than this are no search but a pasted text. */
const wordLimit = 8;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const onlyHiragana = /^[ぁ-ゖー]+$/;

/** The words of a search as they stand between spaces, folded. */
export const typedWords = (typed: string): string[] => [
  ...new Set(foldForSearch(typed).split(/\s+/).filter(Boolean).slice(0, wordLimit)),
];

/**
 * The words inside a sentence without spaces, folded: 「パスワードを忘れた」 → ぱすわーど, 忘れ. Segmented before folding, since the
 * dictionary knows カタカナ; particles and endings (hiragana alone) say nothing about the subject.
 */
export const wordsInside = (typed: string): string[] => {
  const words = [...segmenter.segment(typed.normalize('NFKC'))]
    .filter(({ isWordLike, segment }) => isWordLike && !onlyHiragana.test(segment))
    .map(({ segment }) => foldForSearch(segment));
  return [...new Set(words)].slice(0, wordLimit);
};
