import { addDays, type Day, dayOf, formatDayShort, formatInstant } from '../../kernel/calendar.ts';
import { type Cycle, registrationPhase } from './cycles.ts';

export type CyclePeriods = Pick<
  Cycle,
  'registrationFrom' | 'registrationTo' | 'deliveryFrom' | 'deliveryTo' | 'vaccinationFrom' | 'vaccinationTo'
>;
export type CycleStep = {
  readonly label: string;
  readonly note: string;
  readonly state: 'done' | 'current' | 'coming';
};

const days = (from: Day, to: Day): string =>
  from === to ? formatDayShort(from) : `${formatDayShort(from)}〜${formatDayShort(to)}`;

/** 「4/26 09:00」. */
const shortInstant = (at: Date): string => `${formatDayShort(dayOf(at))} ${formatInstant(at).slice(-5)}`;

const placeOf = (began: boolean, over: boolean): CycleStep['state'] => (over ? 'done' : began ? 'current' : 'coming');

const byDay = (label: string, from: Day, to: Day, today: Day): CycleStep => ({
  label,
  note: days(from, to),
  state: placeOf(from <= today, to < today),
});

/**
 * The periods of a クール as a line of steps with today's place on it. Delivery and vaccination overlap, so two of them
 * may be current; between registration and delivery it is the turn of the offices.
 */
export const cycleSteps = (cycle: CyclePeriods, now: Date): CycleStep[] => {
  const today = dayOf(now);
  const lastDay = addDays(cycle.deliveryFrom, -1);
  const closed = dayOf(cycle.registrationTo);
  const registered = registrationPhase(cycle, now) === 'after';
  return [
    {
      label: '登録期間',
      note: `${shortInstant(cycle.registrationFrom)}〜${shortInstant(cycle.registrationTo)}`,
      state: placeOf(cycle.registrationFrom <= now, registered),
    },
    {
      label: '分配の確定',
      note: closed < lastDay ? days(closed, lastDay) : `〜${formatDayShort(lastDay)}`,
      state: placeOf(registered, registered && cycle.deliveryFrom <= today),
    },
    byDay('標準配送期間', cycle.deliveryFrom, cycle.deliveryTo, today),
    byDay('標準接種期間', cycle.vaccinationFrom, cycle.vaccinationTo, today),
  ];
};

export type CycleStage = 'draft' | 'planned' | 'registration' | 'allocation' | 'delivery' | 'vaccination' | 'over';

export const stageNames = {
  draft: '下書き',
  planned: '予定',
  registration: '登録受付中',
  allocation: '分配の確定',
  delivery: '配送期間',
  vaccination: '接種期間',
  over: '終了',
} as const satisfies Record<CycleStage, string>;

/** One word for where a クール stands. */
export const cycleStage = (cycle: CyclePeriods & Pick<Cycle, 'state'>, now: Date): CycleStage => {
  const today = dayOf(now);
  if (cycle.state === 'draft') return 'draft';
  if (cycle.state === 'closed' || cycle.vaccinationTo < today) return 'over';
  const phase = registrationPhase(cycle, now);
  if (phase !== 'after') return phase === 'before' ? 'planned' : 'registration';
  if (today < cycle.deliveryFrom) return 'allocation';
  return today <= cycle.deliveryTo ? 'delivery' : 'vaccination';
};
