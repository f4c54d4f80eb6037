import type { Day } from '../../kernel/calendar.ts';
import { moment } from './dates.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, japaneseIn, type Language } from './languages.ts';
import { Mark } from './mark.page.tsx';
import { areaName } from './place-names.ts';
import type { Sheet } from './public-venue.ts';
import { Address, nameIn, Vaccines, VenueReading } from './venue-facts.page.tsx';
import { say } from './words.ts';

type PrintProps = { readonly site: Site; readonly language: Language; readonly today: Day; readonly sheet: Sheet };

/** All venues of a municipality on paper: one table, no page turning. */
export const printPage = ({ site, language, today, sheet: { municipalityCode, readAt, venues } }: PrintProps) => {
  const place = areaName(language, municipalityCode);
  return (
    <NaviPage
      site={site}
      language={language}
      path={`/${municipalityCode}/print`}
      title={say(language, 'listTitle', { place })}
      crumbs={[{ label: place, path: `/${municipalityCode}` }]}
      noindex
    >
      <p>
        {say(language, 'asOf', { time: moment(language, readAt) })} {say(language, 'found', { n: venues.length })}
      </p>
      <section class="table-box navi-print" aria-label={say(language, 'listTitle', { place })}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say(language, 'venue')}</th>
              <th scope="col">{say(language, 'state')}</th>
              <th scope="col">{say(language, 'phone')}</th>
              <th scope="col">{say(language, 'address')}</th>
              <th scope="col">{say(language, 'vaccines')}</th>
            </tr>
          </thead>
          <tbody>
            {venues.map((venue) => {
              const name = nameIn({ venue, language });
              return (
                <tr key={venue.code}>
                  <th scope="row">
                    <a href={at(language, `/venues/${venue.code}`)} lang={name.lang}>
                      {name.text}
                    </a>
                    <VenueReading venue={venue} language={language} />
                  </th>
                  <td>
                    <Mark venue={venue} language={language} today={today} />
                  </td>
                  <td class="nowrap">{venue.bookingPhone || venue.phone}</td>
                  <td>
                    <Address venue={venue} language={language} />
                    {venue.hours && (
                      <p class="venue-lines" lang={japaneseIn(language)}>
                        {venue.hours}
                      </p>
                    )}
                  </td>
                  <td>
                    <Vaccines venue={venue} language={language} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </NaviPage>
  );
};
