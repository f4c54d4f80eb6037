import { addDays, type Day, dayOf, instantAt } from '../../kernel/calendar.ts';

/** A クール: one round of one vaccine. Periods are data, not computed. */
export type Cycle = {
  readonly id: number;
  readonly campaignId: number;
  readonly campaignName: string;
  readonly vaccineId: number;
  readonly vaccineName: string;
  readonly number: number;
  readonly branch: number | null;
  readonly registrationFrom: Date;
  readonly registrationTo: Date;
  readonly deliveryFrom: Day;
  readonly deliveryTo: Day;
  readonly vaccinationFrom: Day;
  readonly vaccinationTo: Day;
  /** Frozen by the first day of the delivery period. */
  readonly dosesPerVial: number;
  readonly state: 'draft' | 'planned' | 'closed';
  /** Boxes that 国 has to give; null: not known yet. */
  readonly supply: number | null;
  readonly version: number;
};

/** 「第5クール」, 「第10-2クール」. */
export const cycleName = ({ number, branch }: Pick<Cycle, 'number' | 'branch'>): string =>
  `第${branch === null ? number : `${number}-${branch}`}クール`;

/** 「コミナティ 第5クール」: a クール among those of other vaccines. */
export const cycleTitle = (cycle: Pick<Cycle, 'number' | 'branch' | 'vaccineName'>): string =>
  `${cycle.vaccineName} ${cycleName(cycle)}`;

const minute = 60_000;
/** When 登録期間 is over: the minute that was set as its end still belongs to the venues. */
export const registrationEnd = ({ registrationTo }: Pick<Cycle, 'registrationTo'>): Date =>
  new Date(registrationTo.getTime() + minute);

export type RegistrationPhase = 'before' | 'open' | 'after';

/** Where 登録期間 stands at a moment. */
export const registrationPhase = (
  cycle: Pick<Cycle, 'registrationFrom' | 'registrationTo'>,
  now: Date,
): RegistrationPhase => (now < cycle.registrationFrom ? 'before' : now < registrationEnd(cycle) ? 'open' : 'after');

/** M2.4-0: the alert goes out from 8:00 on the day two days before the deadline. */
export const deadlineAlertAt = ({ registrationTo }: Pick<Cycle, 'registrationTo'>): Date =>
  instantAt(addDays(dayOf(registrationTo), -2), '08:00');

/** The クール whose reports are due: the latest one whose 標準接種期間 has begun, else the one that comes first. */
export const currentCycle = <C extends Pick<Cycle, 'vaccinationFrom'>>(cycles: readonly C[], today: Day): C | null => {
  const sorted = [...cycles].sort((a, b) => (a.vaccinationFrom < b.vaccinationFrom ? -1 : 1));
  return sorted.findLast((cycle) => cycle.vaccinationFrom <= today) ?? sorted[0] ?? null;
};
