import { type Day, type Month, monthOf, nextBusinessDay } from '../../kernel/calendar.ts';

/** The first 請求月: February and March 2021 are claimed together in April. */
export const firstClaimMonth: Month = '2021-04';

/** M5.2-1: claims are due on the 10th, else on the next business day. */
export const claimDueDay = (month: Month): Day => nextBusinessDay(`${month}-10` as Day);

/** The 請求月 that is worked on now: this month until its due day, then the next. */
export const currentClaimMonth = (today: Day): Month => {
  const month = monthOf(today);
  if (month < firstClaimMonth) return firstClaimMonth;
  return today <= claimDueDay(month) ? month : nextMonth(month);
};

const nextMonth = (month: Month): Month => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return (number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`) as Month;
};

/** 「2021年4月」 */
export const monthName = (month: Month): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
};
