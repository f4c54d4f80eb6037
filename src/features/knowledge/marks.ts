import { foldForSearch } from '../../kernel/search-text.ts';

/** A piece of text, and whether it is what was searched for. */
export type Piece = { readonly text: string; readonly hit: boolean };

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Each visible character beside its folded form, since folding changes lengths (㍿ → 株式会社). */
const foldedLetters = (text: string): { text: string; folded: string; at: number }[] => {
  let at = 0;
  return [...graphemes.segment(text)].map(({ segment }) => {
    const folded = foldForSearch(segment);
    const letter = { text: segment, folded, at };
    at += folded.length;
    return letter;
  });
};

/** Where the words stand in a folded text, as [from, to). */
const placesOf = (folded: string, words: readonly string[]): [number, number][] =>
  words.flatMap((word) => {
    const places: [number, number][] = [];
    if (word === '') return places;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      places.push([at, at + word.length]);
    return places;
  });

/** A text cut where the searched words (folded) begin and end; joined again it is the same text. */
export const markWords = (text: string, words: readonly string[]): Piece[] => {
  const letters = foldedLetters(text);
  const places = placesOf(letters.map(({ folded }) => folded).join(''), words);
  const pieces: { text: string; hit: boolean }[] = [];
  for (const { text: letter, folded, at } of letters) {
    const hit = places.some(([from, to]) => at < to && at + folded.length > from);
    const last = pieces.at(-1);
    if (last && last.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  }
  return pieces;
};

const before = 20;

/** The part of a text that shows the first searched word, `length` characters long; its beginning where none stands. */
export const excerpt = (text: string, words: readonly string[], length = 90): string => {
  const letters = foldedLetters(text);
  const places = placesOf(letters.map(({ folded }) => folded).join(''), words);
  const first = places.length > 0 ? Math.min(...places.map(([from]) => from)) : 0;
  const hitAt = letters.findIndex(({ at, folded }) => at + folded.length > first);
  const start = hitAt > before ? hitAt - before : 0;
  const part = letters.slice(start, start + length).map(({ text: letter }) => letter);
  return `${start > 0 ? '…' : ''}${part.join('')}${start + length < letters.length ? '…' : ''}`;
};
