/** Katakana as hiragana; everything else stays. */
export const katakanaToHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));

/** Text folded as the directory is searched: NFKC, lower case, hiragana. */
export const foldForSearch = (text: string): string => katakanaToHiragana(text.normalize('NFKC').toLowerCase());

/** The words of a search, folded; all of them must be found. At most eight, so that a pasted page stays harmless. */
export const searchWords = (typed: string): string[] => foldForSearch(typed).split(/\s+/).filter(Boolean).slice(0, 8);

/** A word as a LIKE pattern that stands for itself anywhere in a text. */
export const likeAnywhere = (word: string): string => `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;

/** Every two letters of a word that stand side by side; none in a word of one letter. */
export const pairsOf = (word: string): string[] => {
  const letters = [...word];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};
