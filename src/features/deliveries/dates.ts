import { addDays, type Day, formatDay, formatPeriod } from '../../kernel/calendar.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { type Distribution, hasExchanges, isVaccine } from './distribution.ts';

type Period = Pick<Distribution, 'deliveryFrom' | 'deliveryTo'>;

/** A day this far from the 標準配送期間 is a slip of the pen (another year, another クール), not a late delivery. */
const farDays = 60;

const isFar = (day: Day, { deliveryFrom, deliveryTo }: Period): boolean =>
  day < addDays(deliveryFrom, -farDays) || day > addDays(deliveryTo, farDays);

const farFault = (label: string, { deliveryFrom, deliveryTo }: Period): string =>
  `${label}が標準配送期間（${formatPeriod(deliveryFrom, deliveryTo)}）から${farDays}日を超えて離れています。日付を確認してください。`;

/** Outside the 標準配送期間, but near: asked about, not refused. */
export const isOutside = (day: Day, { deliveryFrom, deliveryTo }: Period): boolean =>
  day < deliveryFrom || day > deliveryTo;

type Row = Pick<Distribution, 'deliveryFrom' | 'deliveryTo' | 'item' | 'storage' | 'shipDay' | 'deliveryDay'>;

/** What is wrong with a 納入予定日 (S10): far from its クール, or before the vaccine is shipped; null when it is fine. */
export const faultOfDeliveryDay = (day: Day | null, row: Row): string | null => {
  if (day === null) return null;
  if (isFar(day, row)) return farFault('納入予定日', row);
  if (isVaccine(row) && row.shipDay !== null && day < row.shipDay)
    return `納入予定日は製薬メーカー出荷日（${formatDay(row.shipDay)}）以降の日付を入力してください。`;
  return null;
};

export type ShipDays = Pick<Distribution, 'shipDay' | 'nextExchangeDay' | 'afterNextExchangeDay'>;

const faultOfShipDay = ({ shipDay, nextExchangeDay, afterNextExchangeDay }: ShipDays, row: Row): string | null => {
  if (shipDay === null)
    return nextExchangeDay || afterNextExchangeDay ? '製薬メーカー出荷日を入力してください。' : null;
  if (isFar(shipDay, row)) return farFault('製薬メーカー出荷日', row);
  if (row.deliveryDay !== null && shipDay > row.deliveryDay)
    return `製薬メーカー出荷日は納入予定日（${formatDay(row.deliveryDay)}）以前の日付を入力してください。`;
  return null;
};

const faultOfNext = ({ shipDay, nextExchangeDay: next }: ShipDays, row: Row): string | null => {
  if (next === null || shipDay === null) return null;
  if (!hasExchanges(row)) return '次回交換期日は、保管管理がドライアイスの場合だけ入力できます。';
  if (next < shipDay) return `次回交換期日は製薬メーカー出荷日（${formatDay(shipDay)}）以降の日付を入力してください。`;
  return isFar(next, row) ? farFault('次回交換期日', row) : null;
};

const faultOfAfterNext = (
  { nextExchangeDay: next, afterNextExchangeDay: after }: ShipDays,
  row: Row,
): string | null => {
  if (after === null) return null;
  if (next === null) return '先に次回交換期日を入力してください。';
  if (after < next) return `次々回交換期日は次回交換期日（${formatDay(next)}）以降の日付を入力してください。`;
  return isFar(after, row) ? farFault('次々回交換期日', row) : null;
};

/** All faults of the maker's days (S9), by field name. */
export const faultsOfShipDays = (days: ShipDays, row: Row): FieldErrors => {
  const found = {
    shipDay: faultOfShipDay(days, row),
    nextExchangeDay: faultOfNext(days, row),
    afterNextExchangeDay: faultOfAfterNext(days, row),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null));
};
