import type { Day } from '../../kernel/calendar.ts';
import { at, japaneseIn, type Language } from './languages.ts';
import { Mark } from './mark.page.tsx';
import type { PublicVenue } from './public-venue.ts';
import {
  Address,
  Facts,
  HowToBook,
  Lines,
  nameIn,
  noticeIn,
  Phone,
  Vaccines,
  VenueName,
  VenueReading,
} from './venue-facts.page.tsx';
import { say } from './words.ts';

export type CardProps = { readonly venue: PublicVenue; readonly language: Language; readonly today: Day };

/** One venue of a list: can I go, how do I book, where is it. */
export const VenueCard = ({ venue, language, today }: CardProps) => {
  const notice = noticeIn({ venue, language });
  return (
    <li class="card venue-card">
      <article aria-labelledby={`v${venue.code}`}>
        <h2 id={`v${venue.code}`}>
          <VenueName venue={venue} language={language} />
        </h2>
        <VenueReading venue={venue} language={language} />
        <Mark venue={venue} language={language} today={today} />
        <HowToBook venue={venue} language={language} />
        <Facts
          rows={[
            {
              label: say(language, 'hours'),
              value: venue.hours && <Lines text={venue.hours} lang={japaneseIn(language)} />,
            },
            { label: say(language, 'address'), value: <Address venue={venue} language={language} /> },
            { label: say(language, 'phone'), value: venue.phone && <Phone venue={venue} /> },
            {
              label: say(language, 'vaccines'),
              value: venue.vaccines.length > 0 && <Vaccines venue={venue} language={language} />,
            },
            {
              label: say(language, 'notice'),
              value: notice.text !== '' && <Lines text={notice.text} lang={notice.lang} />,
            },
          ].map(({ label, value }) => ({ label, value: value || null }))}
        />
        <p>
          <a
            class="venue-more"
            href={at(language, `/venues/${venue.code}`)}
            aria-label={`${say(language, 'details')} ${nameIn({ venue, language }).text}`}
          >
            {say(language, 'details')}
          </a>
        </p>
      </article>
    </li>
  );
};
