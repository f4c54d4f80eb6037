import { addDays, dayOf, formatInstant, instantAt } from '../../kernel/calendar.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { staleAfterDays } from '../booking-status/index.ts';
import { keepReminded, loadMarkDays, loadOldMarks } from './reminders.store.ts';

/** Reminders go out in the morning of the day on which a mark becomes 要確認, and again each time as many days later. */
const reminderTime = '09:00';
const atOnce = 500;

/** S25: reminds the venues whose booking mark has become old. */
export const remindVenues = async (ctx: SystemCtx, now: Date): Promise<void> => {
  const today = dayOf(now);
  if (now < instantAt(today, reminderTime)) return;
  const before = instantAt(addDays(today, -staleAfterDays), '00:00');
  const old = await loadOldMarks(ctx.tx, before, before, atOnce);
  if (old.length === 0) return;
  await ctx.emit(
    'news.told',
    old.map(({ venueId, markedAt }) => ({
      orgId: venueId,
      kind: 'booking-status.stale',
      title: '接種予約受付状況を確認してください',
      lines: [
        `接種予約受付状況は ${formatInstant(markedAt)} から更新されていません。`,
        'コロナワクチンナビでは「要確認」と表示されています。',
        '内容を確認し、変わっていないときも「更新」を押してください。',
      ],
      link: '/',
      from: 'コロナワクチンナビ',
      key: `booking-stale:${venueId}:${today}`,
    })),
  );
  await keepReminded(
    ctx.tx,
    old.map(({ venueId }) => venueId),
    now,
  );
};

/** The mornings in (from, to] on which some mark becomes old. */
export const reminderMoments = async ({ tx }: SystemCtx, from: Date, to: Date): Promise<readonly Date[]> => {
  const shift = -(staleAfterDays + 1);
  const back = (moment: Date) => instantAt(addDays(dayOf(moment), shift), '00:00');
  const days = await loadMarkDays(tx, back(from), instantAt(addDays(dayOf(to), shift + 1), '00:00'));
  return days
    .map((day) => instantAt(addDays(day, -shift), reminderTime))
    .filter((moment) => moment > from && moment <= to);
};
