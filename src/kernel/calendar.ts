import holidayJp from '@holiday-jp/holiday_jp';

/** A real calendar day in Japan, `YYYY-MM-DD`. Compares as a string. Typed text becomes one by `parseDay`. */
export type Day = `${number}-${number}-${number}`;

/** A calendar month, `YYYY-MM`. */
export type Month = `${number}-${number}`;

const DAY_MS = 86_400_000;
/** Japan has kept UTC+9 without summer time since 1952, so a fixed shift is exact and needs no zone data. */
const JST_MS = 9 * 3_600_000;
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
/** 年末年始: offices and banks are closed, though most of these days are no holidays by law. */
const YEAR_END = /-(12-(29|30|31)|01-0[123])$/;

const two = (n: number): string => String(n).padStart(2, '0');

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const dayAtUtc = (ms: number): Day => {
  const text = Number.isNaN(new Date(ms).getTime()) ? '' : new Date(ms).toISOString().slice(0, 10);
  if (!isDay(text)) throw new RangeError('The day lies outside the years 0000 to 9999.');
  return text;
};

/** True for `YYYY-MM-DD` that exists in the calendar: not 2021-02-29, not 2021-4-5. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** `YYYY-MM-DD` from a trusted place (database, constant) → Day. Throws RangeError on anything else. */
export const asDay = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`No calendar day in the form YYYY-MM-DD: ${text}`);
  return text;
};

/**
 * What people type → Day: 2021/4/5, 2021-04-05, 2021.4.5, 20210405, 2021年4月5日, full-width too, with or without （月）.
 * null when the text is no day, the day does not exist, or the weekday given is not that day's.
 */
export const parseDay = (typed: string): Day | null => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/[−‐–—]/g, '-');
  const parts =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:\s*\((.)\))?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const day = `${parts[1]}-${two(Number(parts[2]))}-${two(Number(parts[3]))}`;
  if (!isDay(day)) return null;
  return parts[4] === undefined || parts[4] === weekday(day) ? day : null;
};

/** 日, 月, … 土 of the day. */
export const weekday = (day: Day): (typeof WEEKDAYS)[number] => WEEKDAYS[new Date(utcOf(day)).getUTCDay()] ?? '日';

/** 「2021/04/05（月）」. */
export const formatDay = (day: Day): string => `${day.replaceAll('-', '/')}（${weekday(day)}）`;

/** 「4/5」. */
export const formatDayShort = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

/** 「2021/05/10（月）〜2021/05/23（日）」. */
export const formatPeriod = (from: Day, to: Day): string => `${formatDay(from)}〜${formatDay(to)}`;

/** The day so many whole days later; earlier when negative. Throws RangeError past the year 9999. */
export const addDays = (day: Day, days: number): Day => dayAtUtc(utcOf(day) + days * DAY_MS);

/** Whole days from the first to the second: 0 for the same day, negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utcOf(to) - utcOf(from)) / DAY_MS;

/** `YYYY-MM` of the day. */
export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;

/** The day it is in Japan at that moment. */
export const dayOf = (instant: Date): Day => dayAtUtc(instant.getTime() + JST_MS);

/** The moment when clocks in Japan show `HH:MM` (00:00 to 23:59) on that day. Throws RangeError on another time. */
export const instantAt = (day: Day, time: string): Date => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`No time in the form HH:MM: ${time}`);
  return new Date(`${day}T${time}:00+09:00`);
};

/** 「2021/04/26 09:00」, the time in Japan. */
export const formatInstant = (instant: Date): string => {
  const inJapan = new Date(instant.getTime() + JST_MS).toISOString();
  return `${inJapan.slice(0, 10).replaceAll('-', '/')} ${inJapan.slice(11, 16)}`;
};

/** True on 国民の祝日 and 休日 in lieu of one. Known for 1970 to 2050; false outside. */
export const isHoliday = (day: Day): boolean => Object.hasOwn(holidayJp.holidays, day);

/** False on Saturdays, Sundays, holidays and from 12/29 to 1/3. */
export const isBusinessDay = (day: Day): boolean =>
  weekday(day) !== '土' && weekday(day) !== '日' && !isHoliday(day) && !YEAR_END.test(day);

/** The day itself when it is a business day, else the first one after it. */
export const nextBusinessDay = (day: Day): Day => (isBusinessDay(day) ? day : nextBusinessDay(addDays(day, 1)));
