import { addDays, type Day, daysBetween, formatDay, instantAt } from '../../kernel/calendar.ts';
import type { News } from '../notices/index.ts';
import type { Holder } from './holders.ts';

/** Mails go out so many days before a lot expires, at this time of the day. */
export const warnDays = [7, 2] as const;
const warnTime = '08:00';

export const warnMoment = (day: Day): Date => instantAt(day, warnTime);

/**
 * The expiries of which one of the warnings falls on a day after `last` and not after `today`: what a day without a tick
 * missed is made up for, as long as the lot has not expired. Gives (after, upTo] by days before.
 */
export const expirySpans = (
  last: Day | null,
  today: Day,
): readonly { readonly days: number; readonly after: Day; readonly upTo: Day }[] =>
  warnDays.map((days) => {
    const from = addDays(last ?? addDays(today, -1), days);
    const yesterday = addDays(today, -1);
    return { days, after: from > yesterday ? from : yesterday, upTo: addDays(today, days) };
  });

/** How long the lot lasts, counted from today: after days without a tick a warning comes later than it is called. */
const lastsText = (today: Day, expiry: Day | null): string => {
  if (expiry === null) return '有効期限が近いロットがあります';
  const left = daysBetween(today, expiry);
  return left > 0 ? `有効期限まであと${left}日のロットがあります` : '有効期限が今日までのロットがあります';
};

/** 「有効期限が近いロットがあります」, once a venue, lot, expiry and warning (so many days before). */
export const expiryWarning = (
  { venueId, vaccineId, vaccineName, lot, expiry, atMost }: Holder,
  days: number,
  today: Day,
): News => ({
  orgId: venueId,
  kind: 'lot.expiring',
  title: lastsText(today, expiry),
  lines: [
    `${vaccineName}　ロット番号 ${lot}　有効期限 ${expiry ? formatDay(expiry) : '不明'}`,
    `在庫の記録では、最大${atMost.toLocaleString('ja-JP')}本が残っています。有効期限が早いロットから使ってください。`,
    '使い切れない見込みのときは、早めに市町村に相談してください。',
  ],
  link: '/stock',
  from: 'V-SYS',
  key: `lot-expiring:${venueId}:${vaccineId}:${lot}:${expiry}:${days}`,
});
