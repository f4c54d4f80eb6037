import type { Day } from '../../kernel/calendar.ts';
import { moment } from './dates.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, japaneseIn, type Language } from './languages.ts';
import { Mark } from './mark.page.tsx';
import { areaName, municipalityName, prefectureName } from './place-names.ts';
import type { PublicVenue } from './public-venue.ts';
import { venueData } from './structured-data.ts';
import {
  Address,
  admissionText,
  Facts,
  HowToBook,
  Lines,
  nameIn,
  noticeIn,
  Phone,
  parkingText,
  Vaccines,
  VenueName,
  VenueReading,
} from './venue-facts.page.tsx';
import { say } from './words.ts';

type VenueProps = {
  readonly site: Site;
  readonly language: Language;
  readonly today: Day;
  readonly venue: PublicVenue;
  readonly keptAt?: string;
};

/** S21: everything of one venue. */
export const venuePage = ({ site, language, today, venue, keptAt }: VenueProps) => {
  const notice = noticeIn({ venue, language });
  const name = nameIn({ venue, language });
  const area = areaName(language, venue.municipalityCode);
  const path = `/venues/${venue.code}`;
  return (
    <NaviPage
      site={site}
      language={language}
      path={path}
      title={name.text}
      heading={<VenueName venue={venue} language={language} />}
      under={<VenueReading venue={venue} language={language} />}
      description={`${name.text} ${area}`}
      crumbs={[
        { label: say(language, 'home'), path: '/' },
        { label: prefectureName(language, venue.prefectureCode), path: `/${venue.prefectureCode}` },
        { label: municipalityName(language, venue.municipalityCode), path: `/${venue.municipalityCode}` },
      ]}
      data={venueData(venue, language, site.publicUrl)}
      warning={keptAt && say(language, 'kept', { time: moment(language, keptAt) })}
    >
      <section class="section" aria-labelledby="state">
        <h2 id="state">{say(language, 'state')}</h2>
        <Mark venue={venue} language={language} today={today} />
        <h3>{say(language, 'howToBook')}</h3>
        <HowToBook venue={venue} language={language} />
      </section>
      {notice.text !== '' && (
        <section class="section" aria-labelledby="notice">
          <h2 id="notice">
            {say(language, 'notice')} {notice.lang && say(language, 'inJapanese')}
          </h2>
          <p>
            <Lines text={notice.text} lang={notice.lang} />
          </p>
        </section>
      )}
      <section class="section" aria-labelledby="facts">
        <h2 id="facts">{say(language, 'aboutVenue')}</h2>
        <Facts
          rows={[
            {
              label: say(language, 'hours'),
              value: venue.hours ? <Lines text={venue.hours} lang={japaneseIn(language)} /> : null,
            },
            { label: say(language, 'address'), value: <Address venue={venue} language={language} /> },
            { label: say(language, 'phone'), value: venue.phone ? <Phone venue={venue} /> : null },
            { label: say(language, 'admission'), value: admissionText({ venue, language }) },
            {
              label: say(language, 'vaccines'),
              value: venue.vaccines.length > 0 ? <Vaccines venue={venue} language={language} /> : null,
            },
            { label: say(language, 'parking'), value: parkingText({ venue, language }) },
          ]}
        />
      </section>
      <ul class="navi-links">
        <li>
          <a href={at(language, `/${venue.municipalityCode}`)}>{say(language, 'backToList', { place: area })}</a>
        </li>
        <li>
          <a href={shareByMail(name.text, `${site.publicUrl}${at(language, path)}`)}>{say(language, 'share')}</a>
          <span class="navi-address">
            {site.publicUrl}
            {at(language, path)}
          </span>
        </li>
        <li>
          <a href={at(language, `${path}/report`)}>{say(language, 'reportError')}</a>
        </li>
      </ul>
    </NaviPage>
  );
};

const shareByMail = (name: string, url: string): string =>
  `mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(`${name}\n${url}`)}`;
