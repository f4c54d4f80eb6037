import thawLife from '../../../data/stock/thaw-life.json' with { type: 'json' };
import { addDays, dayOf, instantAt } from '../../kernel/calendar.ts';

/**
 * Until when vials that left the freezer can be used at 2–8 ℃: the end of the last whole day of the thaw life in force
 * that day (data); null where nothing is known of the vaccine.
 */
export const useByAfterThaw = (vaccineCode: string, leftFreezerAt: Date): Date | null => {
  const day = dayOf(leftFreezerAt);
  const rule = thawLife
    .filter(({ vaccine, from }) => vaccine === vaccineCode && from <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  return rule ? instantAt(addDays(day, rule.days), '23:59') : null;
};
