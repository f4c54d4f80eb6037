import { formatInstant } from '../../kernel/calendar.ts';
import { type Cycle, cycleTitle, deadlineAlertAt, registrationEnd } from '../cycles/index.ts';
import type { News } from '../notices/index.ts';

/** M2.4-0: when the venues that entered nothing are alerted; never before their period has opened. */
export const alertMoment = (cycle: Cycle): Date => {
  const at = deadlineAlertAt(cycle);
  return at < cycle.registrationFrom ? cycle.registrationFrom : at;
};

/** S3: when their municipality is told. */
export const escalationMoment = (cycle: Cycle): Date => registrationEnd(cycle);

export const periodText = ({
  registrationFrom,
  registrationTo,
}: Pick<Cycle, 'registrationFrom' | 'registrationTo'>): string =>
  `${formatInstant(registrationFrom)}〜${formatInstant(registrationTo)}`;

/** 「【V-SYS】納入希望量登録締切日アラート」, without the mark that every mail gets. */
export const deadlineAlert = (cycle: Cycle, venueId: number): News => ({
  orgId: venueId,
  kind: 'demand.deadline-alert',
  title: '納入希望量登録締切日アラート',
  lines: [
    `${cycleTitle(cycle)}の納入希望量が、まだ登録されていません。`,
    `登録期間：${periodText(cycle)}`,
    '「ワクチン希望量等の報告・接種実績等の報告」から、登録期間内に登録してください。',
    '登録がない場合、このクールのワクチンは分配されません。必要がない場合は「0」を登録してください。',
  ],
  link: `/reports?vaccine=${cycle.vaccineId}`,
  from: '厚生労働省',
  key: `deadline-alert:${cycle.id}:${venueId}`,
});

export const deadlineEscalation = (cycle: Cycle, office: { orgId: number; code: string; venues: number }): News => ({
  orgId: office.orgId,
  kind: 'demand.deadline-passed',
  title: '納入希望量が未入力の施設があります',
  lines: [
    `${cycleTitle(cycle)}の登録期間が終了しました（${periodText(cycle)}）。`,
    `納入希望量が未入力の基本型接種施設：${office.venues}施設`,
    '施設に確認のうえ、必要な場合は「納入希望量の確認」から代わりに入力してください。',
  ],
  link: `/demands?cycle=${cycle.id}`,
  from: '厚生労働省',
  key: `deadline-passed:${cycle.id}:${office.code}`,
});
