import { addDays, type Day, formatDay, instantAt } from '../../kernel/calendar.ts';
import { type Cycle, cycleTitle } from '../cycles/index.ts';
import type { News } from '../notices/index.ts';

type Period = Pick<Cycle, 'id' | 'vaccineId' | 'vaccinationFrom' | 'vaccinationTo'>;

/** Days before the last one on which who is missing is reminded. */
const remindDaysBefore = 2;
/** An escalation that is older than this helps nobody. */
const escalateWithinDays = 14;

/**
 * The last day on which a report counts for a クール: the day before the next one of its vaccine begins (from then on
 * reports count for that one), or the end of the 標準接種期間 where none follows.
 */
export const lastReportDay = (cycle: Period, all: readonly Period[]): Day => {
  const next = all
    .filter(
      ({ vaccineId, vaccinationFrom }) => vaccineId === cycle.vaccineId && vaccinationFrom > cycle.vaccinationFrom,
    )
    .map(({ vaccinationFrom }) => vaccinationFrom)
    .sort()[0];
  return next === undefined ? cycle.vaccinationTo : addDays(next, -1);
};

/** S13: when venues without a report are reminded; never before their クール has begun. */
export const reminderMoment = (cycle: Period, last: Day): Date => {
  const day = addDays(last, -remindDaysBefore);
  return instantAt(day < cycle.vaccinationFrom ? cycle.vaccinationFrom : day, '08:00');
};

/** S13: when their municipality is told. */
export const escalationMoment = (last: Day): Date => instantAt(addDays(last, 1), '08:00');

/** Is it still of use to tell of a クール at all? */
export const isWorthTelling = (last: Day, today: Day): boolean => today <= addDays(last, escalateWithinDays);

export const reportReminder = (cycle: Cycle, last: Day, venueId: number): News => ({
  orgId: venueId,
  kind: 'report.reminder',
  title: '接種実績等の報告のお願い',
  lines: [
    `${cycleTitle(cycle)}の接種実績等が、まだ報告されていません。`,
    `報告の期限：${formatDay(last)}`,
    '「ワクチン希望量等の報告・接種実績等の報告」から、接種回数と廃棄数の累計を登録してください。',
    '接種や廃棄がなかった場合も、前回と同じ累計を登録してください。',
  ],
  link: `/reports?vaccine=${cycle.vaccineId}`,
  from: '厚生労働省',
  key: `report-reminder:${cycle.id}:${venueId}`,
});

export const reportEscalation = (
  cycle: Cycle,
  last: Day,
  office: { readonly orgId: number; readonly code: string; readonly venues: number },
): News => ({
  orgId: office.orgId,
  kind: 'report.missing',
  title: '接種実績等が未報告の施設があります',
  lines: [
    `${cycleTitle(cycle)}の接種実績等の報告の期限（${formatDay(last)}）が過ぎました。`,
    `未報告の医療機関・接種会場：${office.venues.toLocaleString('ja-JP')}施設`,
    '未報告の施設は「集計」で確認できます。必要な場合は、施設に報告を依頼してください。',
  ],
  link: `/totals?vaccine=${cycle.vaccineId}&cycle=${cycle.id}`,
  from: '厚生労働省',
  key: `report-missing:${cycle.id}:${office.code}`,
});
