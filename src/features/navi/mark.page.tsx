import type { Day } from '../../kernel/calendar.ts';
import { type BookingMark, bookingMarks, markLabel, staleAfterDays } from '../booking-status/index.ts';
import { moment } from './dates.ts';
import type { Language } from './languages.ts';
import { markMeaning, markWord } from './mark-words.ts';
import { isOld, type PublicVenue } from './public-venue.ts';
import { say } from './words.ts';

const all: readonly BookingMark[] = [...bookingMarks.map(({ value }) => value), 'unset'];
/** 「予約可能 ○」 ends with its sign. */
const signOf = (mark: BookingMark): string => markLabel(mark).slice(-1);

type MarkProps = {
  readonly venue: Pick<PublicVenue, 'mark' | 'markedAt'>;
  readonly language: Language;
  readonly today: Day;
};

/** The booking mark: sign, word, the day it was set, and 要確認 where that is long ago. */
export const Mark = ({ venue, language, today }: MarkProps) => (
  <p class={`mark-box mark-${venue.mark}`}>
    <span class="mark-sign" lang="ja" aria-hidden="true">
      {signOf(venue.mark)}
    </span>
    <span>
      <strong>{markWord(language, venue.mark)}</strong>
      {venue.markedAt && (
        <time datetime={venue.markedAt}>{say(language, 'markUpdated', { day: moment(language, venue.markedAt) })}</time>
      )}
      {isOld(venue, today) && (
        <span class="mark-old">
          <strong>{say(language, 'old')}</strong> {say(language, 'oldMeans', { n: staleAfterDays })}
        </span>
      )}
    </span>
  </p>
);

/** What each sign says. */
export const MarksLegend = ({ language }: { readonly language: Language }) => (
  <section class="section" aria-labelledby="marks">
    <h2 id="marks">{say(language, 'marksMean')}</h2>
    <dl class="navi-legend">
      {all.map((value) => (
        <div class={`mark-${value}`} key={value}>
          <dt>
            <span class="mark-sign" lang="ja" aria-hidden="true">
              {signOf(value)}
            </span>
            {markWord(language, value)}
          </dt>
          <dd>{markMeaning(language, value)}</dd>
        </div>
      ))}
    </dl>
  </section>
);
