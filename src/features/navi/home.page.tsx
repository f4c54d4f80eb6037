import { prefectures, regions } from '../areas/index.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, type Language } from './languages.ts';
import { MarksLegend } from './mark.page.tsx';
import { prefectureName } from './place-names.ts';
import type { PublicVaccine } from './public-venue.ts';
import { SearchForm } from './search-form.page.tsx';
import { mapSize, tileOf } from './tile-map.ts';
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
        <TileMap language={language} />
      </nav>
    </section>
  </div>
);

const tile = 100;

/** One square a prefecture, about where it lies. */
const TileMap = ({ language }: { readonly language: Language }) => (
  <svg viewBox={`0 0 ${mapSize.columns * tile} ${mapSize.rows * tile}`}>
    <title>{say(language, 'map')}</title>
    {prefectures().map(({ code }) => {
      const [column, row] = tileOf(code);
      const full = prefectureName(language === 'easy' ? 'ja' : language, code);
      const short = language === 'en' ? full : full === '北海道' ? full : full.slice(0, -1);
      return (
        <a href={at(language, `/${code}`)} aria-label={full} key={code}>
          <rect x={column * tile + 3} y={row * tile + 3} width={tile - 6} height={tile - 6} rx="10" />
          <text
            x={column * tile + tile / 2}
            y={row * tile + tile / 2}
            text-anchor="middle"
            dominant-baseline="central"
            font-size={short.length > 7 ? 17 : short.length > 3 ? 21 : short.length > 2 ? 27 : 34}
          >
            {short}
          </text>
        </a>
      );
    })}
  </svg>
);
