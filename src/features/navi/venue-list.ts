import { isBookable, type PublicVenue, sortKey } from './public-venue.ts';
import { search } from './similar.ts';

/** What narrows a list; it stands in the address. */
export type Filter = {
  readonly q: string;
  readonly bookable: boolean;
  /** Only 一般受入. */
  readonly anyone: boolean;
  /** Code of a vaccine, or '' for all. */
  readonly vaccine: string;
};
export type Place = { readonly after?: string; readonly before?: string };

export const venuesPerPage = 20;

export const noFilter: Filter = { q: '', bookable: false, anyone: false, vaccine: '' };

export const isFiltered = ({ q, bookable, anyone, vaccine }: Filter): boolean =>
  q !== '' || bookable || anyone || vaccine !== '';

const longestQuery = 100;

/** Reads filter and place of an address. Takes the first of repeated names, cuts what is too long, ignores the rest. */
export const readFilter = (query: URLSearchParams): Filter & Place => {
  const get = (name: string) =>
    (query.get(name) ?? '')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
      .trim()
      .slice(0, longestQuery)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim();
  const [after, before, vaccine] = [get('after'), get('before'), get('vaccine')];
  return {
    q: get('q'),
    bookable: get('bookable') === '1',
    anyone: get('anyone') === '1',
    vaccine: /^[\w-]{1,40}$/.test(vaccine) ? vaccine : '',
    ...(after !== '' && { after }),
    ...(before !== '' && after === '' && { before }),
  };
};

/** The one way to write a filter and a place into an address: `?…`, or nothing. */
export const writeFilter = ({ q, bookable, anyone, vaccine, after, before }: Filter & Place): string => {
  const query = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(bookable && { bookable: '1' }),
    ...(anyone && { anyone: '1' }),
    ...(vaccine !== '' && { vaccine }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  }).toString();
  return query === '' ? '' : `?${query}`;
};

/** The venues that pass the filter, in the order of the sheet, or the nearest first where a word had a slip. */
export const filterVenues = (venues: readonly PublicVenue[], { q, bookable, anyone, vaccine }: Filter) =>
  search(
    venues.filter(
      (venue) =>
        (!bookable || isBookable(venue)) &&
        (!anyone || venue.admission === 'anyone') &&
        (vaccine === '' || venue.vaccines.some(({ code }) => code === vaccine)),
    ),
    q,
  );

export type ListPage = {
  readonly venues: readonly PublicVenue[];
  readonly total: number;
  /** Place of the first of them, from 1. */
  readonly first: number;
  readonly previous?: Place;
  readonly next?: Place;
};

/** One page of a sorted list, by the key of its neighbour: what is added or hidden meanwhile shifts nothing. */
export const pageOf = (venues: readonly PublicVenue[], { after, before }: Place, size = venuesPerPage): ListPage => {
  const start =
    after !== undefined
      ? countUpTo(venues, after, true)
      : before !== undefined
        ? Math.max(0, countUpTo(venues, before, false) - size)
        : 0;
  const shown = venues.slice(start, start + size);
  const [firstShown, lastShown] = [shown[0], shown.at(-1)];
  return {
    venues: shown,
    total: venues.length,
    first: shown.length === 0 ? 0 : start + 1,
    ...(start > 0 && firstShown && { previous: start <= size ? {} : { before: sortKey(firstShown) } }),
    ...(lastShown && start + size < venues.length && { next: { after: sortKey(lastShown) } }),
  };
};

const countUpTo = (venues: readonly PublicVenue[], key: string, including: boolean): number =>
  venues.filter((venue) => (including ? sortKey(venue) <= key : sortKey(venue) < key)).length;
