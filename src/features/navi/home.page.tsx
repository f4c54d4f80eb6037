import { TileMap } from '../../ui/index.ts';
import { mapSize, prefectures, regions, tileOf } from '../areas/index.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, type Language } from './languages.ts';
import { MarksLegend } from './mark.page.tsx';
import { inTwoLines, prefectureName } from './place-names.ts';
import type { PublicVaccine } from './public-venue.ts';
import { SearchForm } from './search-form.page.tsx';
import { noFilter } from './venue-list.ts';
import { say } from './words.ts';

type HomeProps = { readonly site: Site; readonly language: Language; readonly vaccines: readonly PublicVaccine[] };

/** S20: the first page: keyword, 都道府県 as a list and as a map. */
export const homePage = ({ site, language, vaccines }: HomeProps) => (
  <NaviPage
    site={site}
    language={language}
    path="/"
    title={say(language, 'homeTitle')}
    data={{
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: say(language, 'site'),
      url: `${site.publicUrl}${at(language, '/')}`,
    }}
  >
    <p class="lead">{say(language, 'siteIs')}</p>
    <SearchForm language={language} path="/search" filter={noFilter} vaccines={vaccines} />
    <PrefectureChoice language={language} />
    <MarksLegend language={language} />
  </NaviPage>
);

/** All 47, as a list by region and as a map. */
export const PrefectureChoice = ({ language }: { readonly language: Language }) => (
  <div class="navi-choice">
    <section aria-labelledby="by-prefecture">
      <h2 id="by-prefecture">{say(language, 'byPrefecture')}</h2>
      <ul class="navi-regions">
        {regions().map(({ name, prefectureCodes }) => (
          <li key={name}>
            <ul class="navi-places">
              {prefectureCodes.map((code) => (
                <li key={code}>
                  <a href={at(language, `/${code}`)}>{prefectureName(language, code)}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
    <section class="navi-map" aria-labelledby="by-map">
      <h2 id="by-map">{say(language, 'byMap')}</h2>
      <nav aria-label={say(language, 'map')}>
        <PrefectureMap language={language} />
      </nav>
    </section>
  </div>
);

/** One square a prefecture, about where it lies. */
const PrefectureMap = ({ language }: { readonly language: Language }) => (
  <TileMap
    title={say(language, 'map')}
    {...mapSize}
    tiles={prefectures().map(({ code }) => {
      const [column, row] = tileOf(code);
      const label = prefectureName(language === 'easy' ? 'ja' : language, code);
      const name = language === 'en' ? inTwoLines(label) : label === '北海道' ? label : label.slice(0, -1);
      return { key: code, column, row, href: at(language, `/${code}`), label, name };
    })}
  />
);
