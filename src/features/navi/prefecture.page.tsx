import { municipalitiesOf } from '../areas/index.ts';
import { moment } from './dates.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, type Language } from './languages.ts';
import { municipalityName, prefectureName } from './place-names.ts';
import type { PublicVaccine } from './public-venue.ts';
import { SearchForm } from './search-form.page.tsx';
import { noFilter } from './venue-list.ts';
import { say } from './words.ts';

type CountOf = { readonly venues: number; readonly bookable: number };
export type Counts = ReadonlyMap<string, CountOf>;

type PrefectureProps = {
  readonly site: Site;
  readonly language: Language;
  readonly prefectureCode: string;
  readonly counts: Counts;
  readonly vaccines: readonly PublicVaccine[];
  /** The database is away: of a municipality that is not among the counts nothing is known. */
  readonly keptAt?: string;
};

const countText = (language: Language, count: CountOf | undefined, keptAt: string | undefined): string => {
  if (!count && keptAt) return '—';
  return count && count.venues > 0
    ? `${say(language, 'siteCount', { n: count.venues })}${language === 'en' ? ', ' : '、'}${say(language, 'bookableCount', { n: count.bookable })}`
    : say(language, 'noSites');
};

/** S20: the municipalities of one prefecture, with how many venues each has. */
export const prefecturePage = ({ site, language, prefectureCode, counts, vaccines, keptAt }: PrefectureProps) => (
  <NaviPage
    site={site}
    language={language}
    path={`/${prefectureCode}`}
    title={say(language, 'prefectureTitle', { place: prefectureName(language, prefectureCode) })}
    crumbs={[{ label: say(language, 'home'), path: '/' }]}
    warning={keptAt && say(language, 'kept', { time: moment(language, keptAt) })}
  >
    <p class="lead">{say(language, 'chooseMunicipality')}</p>
    <ul class="navi-municipalities">
      {municipalitiesOf(prefectureCode).map(({ code }) => (
        <li key={code}>
          <a href={at(language, `/${code}`)}>{municipalityName(language, code)}</a>
          <span>{countText(language, counts.get(code), keptAt)}</span>
        </li>
      ))}
    </ul>
    <SearchForm language={language} path={`/${prefectureCode}/search`} filter={noFilter} vaccines={vaccines} />
  </NaviPage>
);
