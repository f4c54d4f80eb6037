import type { Day } from '../../kernel/calendar.ts';
import { moment } from './dates.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, type Language } from './languages.ts';
import { MarksLegend } from './mark.page.tsx';
import { areaName, municipalityName, prefectureName } from './place-names.ts';
import type { PublicVaccine } from './public-venue.ts';
import { SearchForm } from './search-form.page.tsx';
import { listData } from './structured-data.ts';
import { VenueCard } from './venue-card.page.tsx';
import { type Filter, isFiltered, type ListPage, type Place, writeFilter } from './venue-list.ts';
import { say } from './words.ts';

type ListProps = {
  readonly site: Site;
  readonly language: Language;
  readonly today: Day;
  readonly municipalityCode: string;
  readonly filter: Filter;
  readonly place: Place;
  readonly page: ListPage;
  readonly vaccines: readonly PublicVaccine[];
  /** How many of those that pass the filter take bookings. */
  readonly bookable: number;
  /** ISO moment of the data, when they could not be read now. */
  readonly keptAt?: string;
};

/** S20: the venues of one municipality as cards. */
export const venueListPage = ({
  site,
  language,
  today,
  municipalityCode,
  filter,
  place,
  page,
  vaccines,
  bookable,
  keptAt,
}: ListProps) => {
  const path = `/${municipalityCode}`;
  const here = areaName(language, municipalityCode);
  const prefecture = municipalityCode.slice(0, 2);
  return (
    <NaviPage
      site={site}
      language={language}
      path={path}
      query={writeFilter({ ...filter, ...place })}
      title={say(language, 'listTitle', { place: here })}
      crumbs={[
        { label: say(language, 'home'), path: '/' },
        { label: prefectureName(language, prefecture), path: `/${prefecture}` },
      ]}
      noindex={isFiltered(filter)}
      data={listData(page.venues, page.first, language, site.publicUrl)}
      warning={keptAt && say(language, 'kept', { time: moment(language, keptAt) })}
    >
      <SearchForm language={language} path={path} filter={filter} vaccines={vaccines} short />
      {!filter.bookable && bookable > 0 && (
        <p>
          <a class="venue-more" href={`${at(language, path)}${writeFilter({ ...filter, bookable: true })}`}>
            {say(language, 'showBookable', { n: bookable })}
          </a>
        </p>
      )}
      <VenueList
        language={language}
        today={today}
        path={path}
        filter={filter}
        page={page}
        empty={isFiltered(filter) ? undefined : say(language, 'noSitesHere')}
      />
      <MarksLegend language={language} />
      <p>
        <a href={at(language, `${path}/print`)}>
          {say(language, 'printView')}（{municipalityName(language, municipalityCode)}）
        </a>
      </p>
    </NaviPage>
  );
};

type VenueListProps = Pick<ListProps, 'language' | 'today' | 'filter' | 'page'> & {
  readonly path: string;
  /** Said instead of 「条件に合う会場は…」. */
  readonly empty?: string;
};

/** How many, the cards, forwards and back. */
const VenueList = ({ language, today, path, filter, page, empty }: VenueListProps) => {
  const { venues, total, first } = page;
  if (venues.length === 0)
    return (
      <div class="empty" role="status">
        <p class="empty-title">{empty ?? say(language, 'nothingFound')}</p>
        <p>{say(language, empty ? 'askMunicipality' : 'nothingFoundHelp')}</p>
      </div>
    );
  const position = say(language, 'position', { total, first, last: first + venues.length - 1 });
  return (
    <>
      <p class="list-count">{position}</p>
      <ol class="venue-list">
        {venues.map((venue) => (
          <VenueCard venue={venue} language={language} today={today} key={venue.code} />
        ))}
      </ol>
      <Pager language={language} path={path} filter={filter} page={page} />
    </>
  );
};

/** To the pages before and after; by key, so that no venue is skipped or shown twice. */
export const Pager = ({
  language,
  path,
  filter,
  page: { previous, next },
}: Pick<VenueListProps, 'language' | 'path' | 'filter'> & {
  readonly page: Pick<ListPage, 'previous' | 'next'>;
}) =>
  previous || next ? (
    <nav class="pager" aria-label={say(language, 'pager')}>
      {previous ? (
        <a
          class="button button-secondary"
          rel="prev"
          href={`${at(language, path)}${writeFilter({ ...filter, ...previous })}`}
        >
          {say(language, 'previous')}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a
          class="button button-secondary"
          rel="next"
          href={`${at(language, path)}${writeFilter({ ...filter, ...next })}`}
        >
          {say(language, 'next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  ) : null;
