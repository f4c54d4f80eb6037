import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/index.ts';
import { addressOf, formatPostalCode, municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { japaneseIn, type Language } from './languages.ts';
import { areaName } from './place-names.ts';
import { type PublicVenue, webAddress } from './public-venue.ts';
import { vaccineInEnglish } from './vaccine-words.ts';
import { say } from './words.ts';

type Fact = { readonly venue: PublicVenue; readonly language: Language };

/** The name as this language shows it, with the `lang` it needs. */
export const nameIn = ({ venue, language }: Fact): { readonly text: string; readonly lang: 'ja' | undefined } =>
  language === 'en' && venue.englishName !== ''
    ? { text: venue.englishName, lang: undefined }
    : { text: venue.name, lang: japaneseIn(language) };

/** The name, linked to its homepage where it has one (S21). */
export const VenueName = (fact: Fact) => {
  const { text, lang } = nameIn(fact);
  const homepage = webAddress(fact.venue.homepage);
  if (!homepage) return <span lang={lang}>{text}</span>;
  return (
    <a href={homepage} rel="noopener" title={say(fact.language, 'homepageOf')}>
      <span lang={lang}>{text}</span>
      <Icon name="external" size={16} />
    </a>
  );
};

/** Kana under the name; in English the Japanese name with it. */
export const VenueReading = ({ venue, language }: Fact) => {
  const japanese = language === 'en' && venue.englishName !== '' ? venue.name : '';
  const text = [japanese, venue.kana].filter(Boolean).join(' ／ ');
  return text === '' ? null : (
    <p class="venue-kana" lang={japaneseIn(language)}>
      {text}
    </p>
  );
};

/** How to book: a telephone link, a button to the booking site, or that none is needed. */
export const HowToBook = ({ venue, language }: Fact) => {
  const phone = venue.bookingByPhone ? venue.bookingPhone || venue.phone : venue.bookingPhone;
  const site = webAddress(venue.bookingUrl);
  const name = nameIn({ venue, language }).text;
  return (
    <div class="venue-book">
      {venue.mark === 'walk_in' && <p>{say(language, 'noBookingNeeded')}</p>}
      {phone && (
        <a
          class="button button-secondary"
          href={`tel:${dialled(phone)}`}
          aria-label={`${say(language, 'callToBook')} ${phone} ${name}`}
        >
          <Icon name="phone" />
          <span>
            {say(language, 'callToBook')} <span class="venue-phone">{phone}</span>
          </span>
        </a>
      )}
      {site && (
        <a
          class="button button-secondary"
          href={site}
          rel="noopener"
          aria-label={`${say(language, 'bookOnline')} ${name}`}
        >
          <Icon name="external" />
          <span>{say(language, 'bookOnline')}</span>
        </a>
      )}
      {!phone && !site && venue.mark !== 'walk_in' && <p>{say(language, 'askHow')}</p>}
    </div>
  );
};

const dialled = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** Postal code and address; Japanese also on the English page, for showing to people and maps. */
export const Address = ({ venue, language }: Fact) => {
  const prefecture = prefectureByCode(venue.prefectureCode);
  const municipality = municipalityByCode(venue.municipalityCode);
  const begins =
    prefecture && municipality ? addressOf({ code: venue.postalCode, prefecture, municipality, town: venue.town }) : '';
  return (
    <>
      {language === 'en' && <span>{areaName('en', venue.municipalityCode)} </span>}
      <span lang={japaneseIn(language)}>
        {venue.postalCode && `〒${formatPostalCode(venue.postalCode)} `}
        {begins}
        {venue.street}
      </span>
    </>
  );
};

/** The telephone of the venue itself, if it is not the one for booking. */
export const Phone = ({ venue }: Pick<Fact, 'venue'>) =>
  venue.phone ? <a href={`tel:${dialled(venue.phone)}`}>{venue.phone}</a> : null;

/** Names of its vaccines, each in the language that is known. */
export const Vaccines = ({ venue, language }: Fact) => (
  <>
    {venue.vaccines.map(({ code, name }, i) => {
      const english = language === 'en' ? vaccineInEnglish(code) : null;
      return (
        <span lang={english ? undefined : japaneseIn(language)} key={code}>
          {i > 0 && (language === 'en' ? ', ' : '、')}
          {english ?? name}
        </span>
      );
    })}
  </>
);

export const admissionText = ({ venue, language }: Fact): string | null =>
  venue.admission === null ? null : say(language, venue.admission);

export const parkingText = ({ venue, language }: Fact): string | null =>
  venue.parkingSpaces === null
    ? null
    : venue.parkingSpaces === 0
      ? say(language, 'noParking')
      : say(language, 'parkingSpaces', { n: venue.parkingSpaces });

/** The notice in the language of the page; where it is not there, the Japanese one, marked as Japanese. */
export const noticeIn = ({ venue, language }: Fact): { readonly text: string; readonly lang: 'ja' | undefined } => {
  const own = language === 'easy' ? venue.noticeEasy : language === 'en' ? venue.noticeEnglish : venue.notice;
  return own !== '' ? { text: own, lang: undefined } : { text: venue.notice, lang: japaneseIn(language) };
};

/** Lines of a notice as they were typed. */
export const Lines = ({ text, lang }: { readonly text: string; readonly lang: 'ja' | undefined }) => (
  <span class="venue-lines" lang={lang}>
    {text}
  </span>
);

export type FactRow = { readonly label: string; readonly value: ComponentChildren };

/** Labels and values; a fact that nobody stated has no line. */
export const Facts = ({ rows }: { readonly rows: readonly FactRow[] }) => (
  <dl class="venue-facts">
    {rows
      .filter(({ value }) => value !== null && value !== '')
      .map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
