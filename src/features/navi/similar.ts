import type { PublicVenue } from './public-venue.ts';
import { foldForSearch, searchWords } from './search-words.ts';

/** From this share of common trigrams on a word counts as the same with a slip in it. */
export const similarEnough = 0.4;

const trigrams = (text: string): Set<string> => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
};

/** Share of a word's trigrams that a text has, 0 to 1: small mistakes cost little. */
const similarity = (word: string, text: string): number => {
  const own = trigrams(word);
  const others = new Set(text.split(/[\s-]+/).flatMap((part) => [...trigrams(part)]));
  return [...own].filter((one) => others.has(one)).length / own.size;
};

/** What one can find a venue by. */
const searchable = (venue: PublicVenue): string =>
  foldForSearch(
    [
      venue.name,
      venue.kana,
      venue.englishName,
      `${venue.town}${venue.street}`,
      venue.postalCode,
      `${venue.postalCode.slice(0, 3)}-${venue.postalCode.slice(3)}`,
      venue.code,
    ].join(' '),
  );

/** The venues that hold every word; where none does, those that nearly do, the nearest first. */
export const search = (venues: readonly PublicVenue[], typed: string): readonly PublicVenue[] => {
  const words = searchWords(typed);
  if (words.length === 0) return venues;
  const texts = venues.map((venue) => ({ venue, text: searchable(venue) }));
  const exact = texts.filter(({ text }) => words.every((word) => text.includes(word)));
  if (exact.length > 0) return exact.map(({ venue }) => venue);
  return texts
    .map(({ venue, text }) => ({ venue, near: Math.min(...words.map((word) => similarity(word, text))) }))
    .filter(({ near }) => near >= similarEnough)
    .sort((a, b) => b.near - a.near)
    .map(({ venue }) => venue);
};
