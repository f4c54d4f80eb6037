import { addDays, type Day, instantAt, isBusinessDay } from '../kernel/calendar.ts';
import type { Random } from './random.ts';

/** The day the manual is set in; the demo clock starts on it at 9 o'clock. */
export const DEMO_DAY = '2021-04-26' as Day;
export const DEMO_START = instantAt(DEMO_DAY, '09:00');

const MINUTE = 60_000;

/** The moment so many minutes after midnight in Japan, as the database reads it. */
export const at = (day: Day, minutes: number): string =>
  new Date(instantAt(day, '00:00').getTime() + minutes * MINUTE).toISOString();

/** A moment in office hours of that day. */
export const inOfficeHours = (random: Random, day: Day): string => at(day, random.between(9 * 60, 17 * 60));

/** A moment so many minutes later. */
export const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

/** Business days from the first to the last. */
export const businessDays = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isBusinessDay(day)) days.push(day);
  return days;
};
