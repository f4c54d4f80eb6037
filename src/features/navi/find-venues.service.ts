import { toHiragana } from 'wanakana';
import { lookUpPostalCode, municipalities, parsePostalCode, prefectureByCode } from '../areas/index.ts';
import { sortKey } from './public-venue.ts';
import { type Search, searchNearly, searchVenues } from './public-venues.store.ts';
import type { Reader } from './reader.store.ts';
import type { Found } from './search.page.tsx';
import { foldForSearch, searchWords } from './search-words.ts';
import { similarEnough } from './similar.ts';
import { type Filter, type Place, venuesPerPage } from './venue-list.ts';

const mostAreas = 10;

/** Municipalities that a text names: by postal code (one code can mean two prefectures), or by their own name. */
const areasNamed = (typed: string, prefecture: string | null): readonly string[] => {
  const within = (code: string) => prefecture === null || code.startsWith(prefecture);
  const byCode = lookUpPostalCode(typed).map(({ municipality }) => municipality.code);
  if (byCode.length > 0) return [...new Set(byCode)].filter(within);
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const named = municipalities().filter(({ code, prefectureCode, name, kana }) => {
    if (!within(code)) return false;
    const whole = foldForSearch(`${prefectureByCode(prefectureCode)?.name ?? ''}${name}`);
    const folded = foldForSearch(name);
    return words.every(
      (word) =>
        word === whole ||
        folded === word ||
        folded.slice(0, -1) === word ||
        kana === word ||
        kana.slice(0, -1) === word,
    );
  });
  return named.slice(0, mostAreas).map(({ code }) => code);
};

/** People write names in Latin letters too: shibakoen → しばこえん, which nearly is しばこうえん. */
const toKana = (word: string): string => (/^[a-z'-]{3,}$/.test(word) ? toHiragana(word) : word);

/** S20: what the keyword box finds: exactly, by postal code, or nearly. Null when nothing was typed. */
export const findVenues = async (
  read: Reader,
  filter: Filter,
  { after }: Place,
  prefecture: string | null,
): Promise<Found | null> => {
  const words = searchWords(filter.q);
  if (words.length === 0) return null;
  const search: Search = {
    words,
    postalCode: parsePostalCode(filter.q),
    prefecture,
    bookable: filter.bookable,
    anyone: filter.anyone,
    vaccine: filter.vaccine,
    after: after ?? null,
    limit: venuesPerPage + 1,
  };
  const areas = areasNamed(filter.q, prefecture);
  const kana = { ...search, words: words.map(toKana) };
  return read(async (tx) => {
    const typed = await searchVenues(tx, search);
    const exact = typed.length > 0 || areas.length > 0 ? typed : await searchVenues(tx, kana);
    const venues = exact.slice(0, venuesPerPage);
    const last = venues.at(-1);
    if (last || after || search.postalCode !== null || areas.length > 0) {
      const next = last && exact.length > venuesPerPage ? { next: { after: sortKey(last) } } : {};
      return { venues, nearly: false, areas, ...next };
    }
    const nearly = await searchNearly(tx, { ...kana, limit: venuesPerPage }, similarEnough);
    return { venues: nearly, nearly: nearly.length > 0, areas };
  });
};
