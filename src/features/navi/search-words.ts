const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));

/** Text folded as `venue_directory.search_text` is: NFKC, lower case, hiragana. */
export const foldForSearch = (text: string): string => toHiragana(text.normalize('NFKC').toLowerCase());

/** The words of a search, folded; at most eight, so that a pasted page stays harmless. */
export const searchWords = (typed: string): string[] => foldForSearch(typed).split(/\s+/).filter(Boolean).slice(0, 8);
