import { asDay, dayOf, instantAt } from '../../kernel/calendar.ts';

/** M1.2-9: how long a password is valid, by the calendar. */
export const passwordMonths = 3;

const two = (n: number): string => String(n).padStart(2, '0');

/** The end of a password's validity: the same time three months later, at the end of a shorter month its last day. */
export const passwordValidUntil = (changedAt: Date): Date => {
  const day = dayOf(changedAt);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + passwordMonths;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = instantAt(asDay(`${year}-${two(month)}-${two(Math.min(Number(day.slice(8)), last))}`), '00:00');
  return new Date(start.getTime() + (changedAt.getTime() - instantAt(day, '00:00').getTime()));
};

/** A password whose age nobody knows counts as too old. */
export const isPasswordOld = (changedAt: Date | null, now: Date): boolean =>
  changedAt === null || now >= passwordValidUntil(changedAt);
