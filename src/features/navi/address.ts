import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { at, type Language, splitPath } from './languages.ts';
import { type Filter, noFilter, type Place, readFilter, writeFilter } from './venue-list.ts';

/** What an address of the site asks for. */
export type Wanted =
  | { readonly kind: 'home' | 'accessibility' | 'open-data' | 'faq' | 'not-found' }
  | { readonly kind: 'prefecture'; readonly code: string }
  | { readonly kind: 'list'; readonly code: string; readonly filter: Filter; readonly place: Place }
  | { readonly kind: 'print'; readonly code: string }
  | { readonly kind: 'search'; readonly prefecture: string | null; readonly filter: Filter; readonly place: Place }
  | { readonly kind: 'venue'; readonly code: string };

export type Address = { readonly language: Language; readonly wanted: Wanted };

const split = (query: URLSearchParams): { readonly filter: Filter; readonly place: Place } => {
  const { after, before, ...filter } = readFilter(query);
  return { filter, place: { ...(after !== undefined && { after }), ...(before !== undefined && { before }) } };
};

const wantedAt = (path: string, query: URLSearchParams): Wanted => {
  if (path === '/') return { kind: 'home' };
  if (path === '/accessibility' || path === '/open-data' || path === '/faq')
    return { kind: path.slice(1) as 'accessibility' };
  if (path === '/search') return { kind: 'search', prefecture: null, ...split(query) };
  const [, venue] = /^\/venues\/(\d{10})$/.exec(path) ?? [];
  if (venue) return { kind: 'venue', code: venue };
  const [, area = '', rest = ''] = /^\/(\d{2}|\d{6})(\/search|\/print)?$/.exec(path) ?? [];
  if (prefectureByCode(area)) {
    if (rest === '') return { kind: 'prefecture', code: area };
    if (rest === '/search') return { kind: 'search', prefecture: area, ...split(query) };
  }
  if (municipalityByCode(area)) {
    if (rest === '') return { kind: 'list', code: area, ...split(query) };
    if (rest === '/print') return { kind: 'print', code: area };
  }
  return { kind: 'not-found' };
};

/** Reads an address `/navi…`; whatever fits nothing is a page that does not exist. */
export const readAddress = (url: string): Address => {
  const mark = url.indexOf('?');
  const pathname = mark === -1 ? url : url.slice(0, mark);
  const below = pathname.replace(/^\/navi/, '').replace(/\/+$/, '');
  const { language, path } = splitPath(below);
  return { language, wanted: wantedAt(path, new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1))) };
};

/** The one address of a page, whatever else the request's address carried: the key it is kept under. */
export const canonicalAddress = ({ language, wanted }: Address): string => at(language, pathOf(wanted));

const pathOf = (wanted: Wanted): string => {
  switch (wanted.kind) {
    case 'home':
    case 'not-found':
      return '/';
    case 'accessibility':
    case 'open-data':
    case 'faq':
      return `/${wanted.kind}`;
    case 'prefecture':
      return `/${wanted.code}`;
    case 'print':
      return `/${wanted.code}/print`;
    case 'venue':
      return `/venues/${wanted.code}`;
    case 'list':
      return `/${wanted.code}${writeFilter({ ...noFilter, ...wanted.filter, ...wanted.place })}`;
    case 'search':
      return `${wanted.prefecture === null ? '' : `/${wanted.prefecture}`}/search${writeFilter({ ...wanted.filter, ...wanted.place })}`;
  }
};
