import type { Day } from '../../kernel/calendar.ts';
import { formatDay } from '../../kernel/calendar.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { type Language, langOf } from './languages.ts';
import { apiChanges, openDataText } from './open-data-text.ts';
import { say } from './words.ts';

type Props = { readonly site: Site; readonly language: Language };

/** S24: what data there are, under which licence, and what changed. */
export const openDataPage = ({ site, language }: Props) => {
  const text = openDataText[language];
  return (
    <NaviPage
      site={site}
      language={language}
      path="/open-data"
      title={say(language, 'openData')}
      crumbs={[{ label: say(language, 'home'), path: '/' }]}
      data={datasetData(site, language)}
    >
      <div class="prose">
        <p>{text.lead}</p>
        <section>
          <h2>{text.dataHead}</h2>
          <h3>{text.venues}</h3>
          <Formats name={text.venues} path="venues" json={text.json} />
          <h3>{text.marks}</h3>
          <Formats name={text.marks} path="booking-marks" json={text.json} />
          <h3>{text.doses}</h3>
          <p>{text.dosesNote}</p>
          <Formats name={text.doses} path="doses" json={text.json} />
          <p>{text.freshness}</p>
          <p>
            <a href="/api/v1/openapi.json">{text.api}</a>
          </p>
        </section>
        <section>
          <h2>{text.licenceHead}</h2>
          <p>
            {text.licence}{' '}
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              CC BY 4.0
            </a>
          </p>
        </section>
        <section>
          <h2>{text.changes}</h2>
          <ul>
            {apiChanges.map(({ day, text: change }) => (
              <li key={day}>
                {language === 'en' ? day : formatDay(day as Day)} v1: {change[language]}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </NaviPage>
  );
};

const Formats = ({ name, path, json }: { readonly name: string; readonly path: string; readonly json: string }) => (
  <ul>
    <li>
      <a href={`/api/v1/${path}.csv`} aria-label={`CSV ${name}`}>
        CSV
      </a>
    </li>
    <li>
      <a href={`/api/v1/${path}.ndjson`} aria-label={`NDJSON ${name}`}>
        NDJSON
      </a>
    </li>
    <li>
      <a href={`/api/v1/${path}`} aria-label={`${json} ${name}`}>
        {json}
      </a>
    </li>
  </ul>
);

const datasetData = ({ publicUrl }: Site, language: Language): object => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: `${say(language, 'site')} ${say(language, 'openData')}`,
  description: openDataText[language].lead,
  inLanguage: langOf(language),
  license: 'https://creativecommons.org/licenses/by/4.0/',
  isAccessibleForFree: true,
  distribution: ['venues', 'booking-marks', 'doses'].map((name) => ({
    '@type': 'DataDownload',
    encodingFormat: 'text/csv',
    contentUrl: `${publicUrl}/api/v1/${name}.csv`,
  })),
});
