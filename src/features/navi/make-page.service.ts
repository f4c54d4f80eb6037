import type { VNode } from 'preact';
import { addDays, type Day, dayOf, instantAt } from '../../kernel/calendar.ts';
import type { ReadCtx } from '../../platform/context.ts';
import { accessibilityPage } from './accessibility.page.tsx';
import type { Address, Wanted } from './address.ts';
import { faqPage } from './faq.page.tsx';
import type { Faq } from './faq.ts';
import { faultPage } from './fault.page.tsx';
import { findVenues } from './find-venues.service.ts';
import type { Site } from './frame.page.tsx';
import { homePage } from './home.page.tsx';
import type { Language } from './languages.ts';
import { openDataPage } from './open-data.page.tsx';
import { type Counts, prefecturePage } from './prefecture.page.tsx';
import { printPage } from './print.page.tsx';
import { isBookable, type PublicVaccine, type Sheet } from './public-venue.ts';
import { countByMunicipality, loadPublicVenue } from './public-venues.store.ts';
import type { Reader } from './reader.store.ts';
import { searchPage } from './search.page.tsx';
import type { Sheets } from './sheets.store.ts';
import { venuePage } from './venue.page.tsx';
import { venueListPage } from './venue-list.page.tsx';
import { filterVenues, pageOf } from './venue-list.ts';

export type Workshop = {
  readonly site: Site;
  readonly read: Reader;
  readonly sheets: Sheets;
  readonly vaccines: () => Promise<readonly PublicVaccine[]>;
  readonly faqs: (ctx: ReadCtx) => Promise<readonly Faq[]>;
  readonly now: () => Date;
};

/** A page before it is drawn, and how long it may be kept. */
export type Made = {
  readonly status: number;
  readonly page: VNode;
  /** What drops it; null: it is not kept at all. */
  readonly tags: readonly string[] | null;
  readonly from?: number;
  readonly until?: number;
  readonly retryAfter?: number;
};

type Fault = Parameters<typeof faultPage>[0]['kind'];

/** The page that says why there is none. */
export const makeFault = async ({ site, vaccines }: Workshop, language: Language, kind: Fault): Promise<Made> => ({
  status: kind === 'notFound' ? 404 : 503,
  page: faultPage({ site, language, kind, vaccines: await vaccines() }),
  tags: null,
  ...(kind !== 'notFound' && { retryAfter: kind === 'busy' ? 5 : 30 }),
});

/** Whether a mark is old depends on the day: a page is good until midnight. */
const forToday = (today: Day) => ({
  from: instantAt(today, '00:00').getTime(),
  until: instantAt(addDays(today, 1), '00:00').getTime(),
});

/** Makes what an address asks for. Lists and venues come from what is kept on disk when the database is away. */
export const makePage = async (shop: Workshop, { language, wanted }: Address): Promise<Made> => {
  const { site } = shop;
  switch (wanted.kind) {
    case 'home':
      return always(homePage({ site, language, vaccines: await shop.vaccines() }), ['vaccines']);
    case 'accessibility':
      return always(accessibilityPage({ site, language }), []);
    case 'open-data':
      return always(openDataPage({ site, language }), []);
    case 'faq':
      return makeFaq(shop, language);
    case 'prefecture':
      return makePrefecture(shop, language, wanted.code);
    case 'list':
      return makeList(shop, language, wanted);
    case 'print':
      return makePrint(shop, language, wanted.code);
    case 'venue':
      return makeVenue(shop, language, wanted.code);
    case 'search':
      return makeSearch(shop, language, wanted);
    case 'not-found':
      return makeFault(shop, language, 'notFound');
  }
};

const always = (page: VNode, tags: readonly string[]): Made => ({ status: 200, page, tags });

/** Tag of the pages of questions, dropped when an article changes. */
export const faqTag = 'faq';

/** Articles come and go with the day. */
const makeFaq = async (shop: Workshop, language: Language): Promise<Made> => {
  const now = shop.now();
  try {
    const faqs = await shop.read((tx) => shop.faqs({ tx, now }));
    return { ...always(faqPage({ site: shop.site, language, faqs }), [faqTag]), ...forToday(dayOf(now)) };
  } catch {
    return makeFault(shop, language, 'busy');
  }
};

const makeList = async (
  shop: Workshop,
  language: Language,
  { code, filter, place }: Extract<Wanted, { kind: 'list' }>,
): Promise<Made> => {
  const had = await shop.sheets.of(code);
  if (!had) return makeFault(shop, language, 'busy');
  const today = dayOf(shop.now());
  const { venues, readAt } = had.value;
  const passed = filterVenues(venues, filter);
  const page = venueListPage({
    site: shop.site,
    language,
    today,
    municipalityCode: code,
    filter,
    place,
    page: pageOf(passed, place),
    bookable: passed.filter(isBookable).length,
    vaccines: vaccinesOf(had.value),
    ...(had.kept && { keptAt: readAt }),
  });
  // Words are without end; everything else is worth keeping.
  const kept = !had.kept && filter.q === '';
  return { status: 200, page, tags: kept ? [code] : null, ...forToday(today) };
};

const vaccinesOf = ({ venues }: Sheet): readonly PublicVaccine[] => [
  ...new Map(venues.flatMap(({ vaccines }) => vaccines).map((vaccine) => [vaccine.code, vaccine])).values(),
];

const makePrint = async (shop: Workshop, language: Language, code: string): Promise<Made> => {
  const had = await shop.sheets.of(code);
  if (!had) return makeFault(shop, language, 'busy');
  const today = dayOf(shop.now());
  const page = printPage({ site: shop.site, language, today, sheet: had.value });
  return { status: 200, page, tags: had.kept ? null : [code], ...forToday(today) };
};

const makePrefecture = async (shop: Workshop, language: Language, prefectureCode: string): Promise<Made> => {
  const had = await countsOf(shop, prefectureCode);
  if (!had) return makeFault(shop, language, 'busy');
  const { counts, keptAt } = had;
  const props = { site: shop.site, language, prefectureCode, counts, vaccines: await shop.vaccines() };
  return { status: 200, page: prefecturePage({ ...props, keptAt }), tags: keptAt ? null : [`p${prefectureCode}`] };
};

/** What the lists of a prefecture hold; null: the database is away and nothing was ever kept. */
const countsOf = async (
  { read, sheets }: Workshop,
  prefectureCode: string,
): Promise<{ readonly counts: Counts; readonly keptAt?: string } | null> => {
  try {
    const counts = await read((tx) => countByMunicipality(tx, prefectureCode));
    return { counts: new Map(counts.map(({ code, ...count }) => [code, count])) };
  } catch {
    const kept = await sheets.keptOf(prefectureCode);
    const counts = kept.map(({ municipalityCode, venues }): [string, { venues: number; bookable: number }] => [
      municipalityCode,
      { venues: venues.length, bookable: venues.filter(isBookable).length },
    ]);
    const oldest = kept.map(({ readAt }) => readAt).sort()[0];
    return oldest === undefined ? null : { counts: new Map(counts), keptAt: oldest };
  }
};

const makeVenue = async (shop: Workshop, language: Language, code: string): Promise<Made> => {
  const today = dayOf(shop.now());
  try {
    const venue = await shop.read((tx) => loadPublicVenue(tx, code));
    if (!venue) return makeFault(shop, language, 'notFound');
    const page = venuePage({ site: shop.site, language, today, venue });
    return { status: 200, page, tags: [venue.municipalityCode], ...forToday(today) };
  } catch {
    const kept = await shop.sheets.keptVenue(code);
    if (!kept) return makeFault(shop, language, 'busy');
    const page = venuePage({ site: shop.site, language, today, venue: kept.venue, keptAt: kept.readAt });
    return { status: 200, page, tags: null };
  }
};

const makeSearch = async (
  shop: Workshop,
  language: Language,
  { prefecture, filter, place }: Extract<Wanted, { kind: 'search' }>,
): Promise<Made> => {
  const props = { site: shop.site, language, today: dayOf(shop.now()), prefectureCode: prefecture, filter, place };
  try {
    const found = await findVenues(shop.read, filter, place, prefecture);
    return { status: 200, page: searchPage({ ...props, found, vaccines: await shop.vaccines() }), tags: null };
  } catch {
    return makeFault(shop, language, 'searchDown');
  }
};
