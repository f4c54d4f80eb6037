import rule from '../../../data/claims/month-rule.json' with { type: 'json' };
import { type Day, type Month, monthOf, nextBusinessDay } from '../../kernel/calendar.ts';

/** The first 請求月: February and March 2021 are claimed together in April. */
const firstClaimMonth = rule.firstMonth as Month;

/** Of rules with a first month each, the one in force in a month. */
export const inForce = <R extends { readonly from: string }>(rules: readonly R[], month: Month): R => {
  const found = rules.filter(({ from }) => from <= month).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!found) throw new RangeError(`no rule is in force in ${month}`);
  return found;
};

/** M5.2-1: claims are due on the 10th, else on the next business day. */
export const claimDueDay = (month: Month): Day => {
  const { dueDay } = inForce(rule.dueDays, month < firstClaimMonth ? firstClaimMonth : month);
  return nextBusinessDay(`${month}-${String(dueDay).padStart(2, '0')}` as Day);
};

/** The 請求月 that is worked on now: this month until its due day, then the next. */
export const currentClaimMonth = (today: Day): Month => {
  const month = monthOf(today);
  if (month < firstClaimMonth) return firstClaimMonth;
  return today <= claimDueDay(month) ? month : addMonths(month, 1);
};

/** The months that can be claimed on a day, newest first: none before the first, none in the future. */
export const claimMonths = (today: Day): Month[] => {
  const months: Month[] = [];
  for (let month = currentClaimMonth(today); month >= firstClaimMonth; month = addMonths(month, -1)) months.push(month);
  return months;
};

/** The months with which a rule can begin: the one worked on now, and the twelve after it. */
export const comingClaimMonths = (today: Day): Month[] =>
  Array.from({ length: 13 }, (_, i) => addMonths(currentClaimMonth(today), i));

/** The months of the doses that a 請求月 is for (M5.2-3): the month before; February and March in April 2021. */
export const dosesOf = (month: Month): readonly Month[] =>
  (rule.gathered.find((one) => one.month === month)?.covers as Month[] | undefined) ?? [addMonths(month, -1)];

/** The month by whose end a claim is paid. */
export const paidBy = (month: Month): Month => addMonths(month, rule.paidMonthsAfter);

const addMonths = (month: Month, months: number): Month => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const index = year * 12 + number - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
};

/** 「2021年4月」 */
export const monthName = (month: Month): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
};

/** 「2021年2月・3月」 */
export const monthNames = (months: readonly Month[]): string =>
  months
    .map((month, i) =>
      month.slice(0, 4) === months[i - 1]?.slice(0, 4) ? `${Number(month.slice(5))}月` : monthName(month),
    )
    .join('・');
