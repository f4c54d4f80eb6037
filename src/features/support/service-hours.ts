import hours from '../../../data/support/service-desk.json' with { type: 'json' };
import { addDays, type Day, dayOf, formatDay, instantAt, nextBusinessDay } from '../../kernel/calendar.ts';

/** 「8:30～19:00（土日祝日を除く平日のみ）」. */
export const hoursText = `${hours.hours.from.replace(/^0/, '')}～${hours.hours.to}（土日祝日を除く平日のみ）`;

const opens = (day: Day): Date => instantAt(day, hours.hours.from);
const closes = (day: Day): Date => instantAt(day, hours.hours.to);

/** When the phone is next answered; null while it is. */
export const nextOpening = (now: Date): Date | null => {
  const today = dayOf(now);
  const day = nextBusinessDay(today);
  if (day !== today || now < opens(day)) return opens(day);
  return now < closes(day) ? null : opens(nextBusinessDay(addDays(today, 1)));
};

/** What stands beside the number: open now, or when it opens. */
export const openingText = (now: Date): string => {
  const next = nextOpening(now);
  if (!next) return 'ただいま受け付けています';
  return `ただいま受付時間外です（次の受付は ${formatDay(dayOf(next))} ${hours.hours.from.replace(/^0/, '')} から）`;
};
