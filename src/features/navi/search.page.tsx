import type { Day } from '../../kernel/calendar.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { PrefectureChoice } from './home.page.tsx';
import { at, type Language } from './languages.ts';
import { areaName, prefectureName } from './place-names.ts';
import type { PublicVaccine, PublicVenue } from './public-venue.ts';
import { SearchForm } from './search-form.page.tsx';
import { VenueCard } from './venue-card.page.tsx';
import { Pager } from './venue-list.page.tsx';
import { type Filter, type Place, writeFilter } from './venue-list.ts';
import { say } from './words.ts';

export type Found = {
  readonly venues: readonly PublicVenue[];
  /** No venue held the words; these nearly do. */
  readonly nearly: boolean;
  readonly next?: Place;
  /** Municipalities that the words name: by name or by postal code. */
  readonly areas: readonly string[];
};

type SearchProps = {
  readonly site: Site;
  readonly language: Language;
  readonly today: Day;
  /** Only there; null: the whole country. */
  readonly prefectureCode: string | null;
  readonly filter: Filter;
  readonly place: Place;
  /** null: nothing was typed. */
  readonly found: Found | null;
  readonly vaccines: readonly PublicVaccine[];
};

/** S20: what the keyword box finds in the country or in a prefecture. */
export const searchPage = ({ site, language, today, prefectureCode, filter, place, found, vaccines }: SearchProps) => {
  const path = prefectureCode === null ? '/search' : `/${prefectureCode}/search`;
  return (
    <NaviPage
      site={site}
      language={language}
      path={path}
      query={writeFilter({ ...filter, ...place })}
      title={say(language, 'searchTitle')}
      crumbs={[
        { label: say(language, 'home'), path: '/' },
        ...(prefectureCode === null
          ? []
          : [{ label: prefectureName(language, prefectureCode), path: `/${prefectureCode}` }]),
      ]}
      noindex
    >
      <SearchForm language={language} path={path} filter={filter} vaccines={vaccines} short={found !== null} />
      {found === null ? (
        <p role="status">{say(language, 'typeSomething')}</p>
      ) : (
        <>
          {found.areas.length > 0 && <Areas language={language} areas={found.areas} />}
          <Hits language={language} today={today} path={path} filter={filter} found={found} />
        </>
      )}
      {found && found.venues.length + found.areas.length > 0 ? null : <PrefectureChoice language={language} />}
    </NaviPage>
  );
};

const Areas = ({ language, areas }: { readonly language: Language; readonly areas: readonly string[] }) => (
  <section class="section" aria-labelledby="areas">
    <h2 id="areas">{say(language, areas.length > 1 ? 'chooseMunicipality' : 'areasFound')}</h2>
    <ul class="navi-municipalities">
      {areas.map((code) => (
        <li key={code}>
          <a href={at(language, `/${code}`)}>{areaName(language, code)}</a>
        </li>
      ))}
    </ul>
  </section>
);

type HitsProps = Pick<SearchProps, 'language' | 'today' | 'filter'> & { readonly path: string; readonly found: Found };

const Hits = ({ language, today, path, filter, found: { venues, areas, nearly, next } }: HitsProps) => {
  if (venues.length === 0)
    // Municipalities to choose from are an answer too.
    return areas.length > 0 ? null : (
      <div class="empty" role="status">
        <p class="empty-title">{say(language, 'nothingFound')}</p>
        <p>{say(language, 'nothingFoundHelp')}</p>
      </div>
    );
  return (
    <>
      {nearly && (
        <p class="navi-nearly" role="status">
          {say(language, 'nearly')}
        </p>
      )}
      <ol class="venue-list">
        {venues.map((venue) => (
          <VenueCard venue={venue} language={language} today={today} key={venue.code} />
        ))}
      </ol>
      <Pager language={language} path={path} filter={filter} page={{ ...(next && { next }) }} />
    </>
  );
};
