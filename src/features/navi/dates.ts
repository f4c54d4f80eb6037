import { dayOf, formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Language } from './languages.ts';

const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

const hourAndMinute = (iso: string): string => formatInstant(new Date(iso)).slice(11).replace(/^0/, '');

/** 「2021/04/26（月）9:00」, 「2021年（ねん）4月（がつ）26日（にち）9:00」, “26 Apr 2021, 9:00”. */
export const moment = (language: Language, iso: string): string => {
  const day = dayOf(new Date(iso));
  const [year, month, date] = day.split('-').map(Number);
  switch (language) {
    case 'ja':
      return `${formatDay(day)}${hourAndMinute(iso)}`;
    case 'easy':
      return `${year}年（ねん）${month}月（がつ）${date}日（にち） ${hourAndMinute(iso)}`;
    case 'en':
      return `${english.format(new Date(iso))}, ${hourAndMinute(iso)}`;
  }
};
