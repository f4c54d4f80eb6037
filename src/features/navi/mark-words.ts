import type { BookingMark } from '../booking-status/index.ts';
import type { Language } from './languages.ts';
import { type Word, word } from './word.ts';

const marks: Readonly<Record<BookingMark, Word>> = {
  open: word('予約可能', '予約（よやく）できます', 'Bookings open'),
  few: word('残り少数', '少（すこ）しだけ 予約（よやく）できます', 'Few places left'),
  closed: word('予約受付不可', '今（いま） 予約（よやく）できません', 'No bookings now'),
  walk_in: word('予約不要', '予約（よやく）は いりません', 'No booking needed'),
  unset: word('未登録', 'わかりません', 'Not stated'),
};

const markMeanings: Readonly<Record<BookingMark, Word>> = {
  open: word(
    '現在、予約を受け付けることができます。',
    '今（いま） 予約（よやく）できます。',
    'The site takes bookings now.',
  ),
  few: word(
    '現在、予約を受け付ける残数がわずかです。',
    '予約（よやく）できる 人（ひと）は あと 少（すこ）しです。',
    'Only a few places are left.',
  ),
  closed: word(
    '現在、予約を受け付けられません。',
    '今（いま）は 予約（よやく）できません。',
    'The site takes no bookings now.',
  ),
  walk_in: word(
    '予約なしで接種できます。',
    '予約（よやく）しなくても 注射（ちゅうしゃ）が できます。',
    'You can be vaccinated without a booking.',
  ),
  unset: word(
    '会場がまだ登録していません。',
    '場所（ばしょ）が まだ 書（か）いていません。',
    'The site has not stated it yet.',
  ),
};

export const markWord = (language: Language, mark: BookingMark): string => marks[mark][language];
export const markMeaning = (language: Language, mark: BookingMark): string => markMeanings[mark][language];
