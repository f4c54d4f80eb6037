import { type Day, formatDayShort, weekday } from '../../kernel/calendar.ts';
import { cycleName } from '../cycles/index.ts';
import { stateOf, stateWords } from './distribution.states.ts';
import { amountText, type Distribution, isVaccine, unitOf } from './distribution.ts';

/** Lines under 「分配量の確認」 and 「配送予定日の確認」 on 「ホーム」; null: there is nothing to say. */
export type DeliveryMenuState = {
  /** 「第4クール 1箱 分配済」 */
  readonly amounts: string | null;
  /** 「次の納入予定日 5/10（月）」 */
  readonly days: string | null;
  /** Delivered rows that wait for 受領確認. */
  readonly waiting: number;
};

/** Something on 「ホーム」 that waits to be done. */
export type Waiting = {
  readonly href: string;
  readonly label: string;
  readonly state: string;
  readonly tone: 'warning';
};

const shortDay = (day: Day): string => `${formatDayShort(day)}（${weekday(day)}）`;

const undelivered = (rows: readonly Distribution[]): Distribution[] => rows.filter(({ deliveredAt }) => !deliveredAt);

/** The day on which the next undelivered rows come, from today on; null when no day is known. */
export const nextDeliveryDay = (rows: readonly Distribution[], today: Day): Day | null =>
  undelivered(rows)
    .flatMap(({ deliveryDay }) => (deliveryDay !== null && deliveryDay >= today ? [deliveryDay] : []))
    .sort()[0] ?? null;

const shortAmount = (row: Distribution): string =>
  row.units === null ? amountText(row) : `${row.units.toLocaleString('ja-JP')}${unitOf(row)}`;

const amountsLine = (rows: readonly Distribution[]): string | null => {
  const vaccine = rows.find(isVaccine);
  if (!vaccine) return null;
  const state = stateOf(vaccine);
  return `${cycleName(vaccine)} ${shortAmount(vaccine)} ${state === 'planned' ? stateWords.fixed : stateWords[state]}`;
};

const daysLine = (rows: readonly Distribution[], today: Day): string | null => {
  const next = nextDeliveryDay(rows, today);
  if (next) return `次の納入予定日 ${shortDay(next)}`;
  return undelivered(rows).some(({ deliveryDay }) => deliveryDay === null) ? '納入予定日は未定です' : null;
};

/** The state lines of a venue from its rows, newest クール first. */
export const menuStateOf = (rows: readonly Distribution[], today: Day): DeliveryMenuState => ({
  amounts: amountsLine(rows),
  days: daysLine(rows, today),
  waiting: rows.filter((row) => stateOf(row) === 'delivered').length,
});
