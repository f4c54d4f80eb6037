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

/** Where the first searched word stands in a text, in letters of the text itself. */
const firstPlace = (text: string, words: readonly string[]): number => {
  const folded = foldForSearch(text);
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0));
  if (!Number.isFinite(first)) return 0;
  if (folded.length === text.length) return first;
  // Folding changed the length before or behind the word: only letter by letter is it known where.
  let at = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    at += foldForSearch(segment).length;
    if (at > first) return index;
  }
  return 0;
};

/** The part of a text that shows the first searched word, about `length` characters long; else its beginning. */
export const excerpt = (text: string, words: readonly string[], length = 90): string => {
  const place = firstPlace(text, words);
  const from = place > before ? place - before : 0;
  const part = [...graphemes.segment(text.slice(from, from + 4 * length))].slice(0, length);
  const last = part.at(-1);
  const to = last ? from + last.index + last.segment.length : from;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
};
