import { type Day, formatPeriod } from '../../kernel/calendar.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { faultOfDeliveryDay, isOutside } from './dates.ts';
import { type Distribution, needsLots } from './distribution.ts';
import { type GridOp, opOf } from './grid.ts';

/** What was typed in a row of 「納入予定日の登録」; `was`: the day that stood there when the form was opened. */
type TypedRow = {
  readonly pick: boolean;
  readonly day: Day | null;
  readonly was: string;
  readonly version: number;
};
export type TypedDays = {
  readonly op: GridOp | null;
  readonly asked: GridOp | null;
  readonly bulkDay: Day | null;
  readonly rows: Readonly<Record<string, TypedRow>>;
};

/** A row that changes: its day, or that it was delivered, or both. */
export type DeliveryChange = {
  readonly row: Distribution;
  readonly day: Day | null;
  readonly dayChanged: boolean;
  readonly deliver: boolean;
};

/** The rows that a button means: for `fill` and `deliver` those picked, for `fill-empty` those without a day. */
export const meantRows = (rows: readonly Distribution[], typed: TypedDays): Distribution[] => {
  const op = opOf(typed);
  if (op === 'save') return [...rows];
  return rows.filter(({ id }) => (op === 'fill-empty' ? typed.rows[id]?.day === null : typed.rows[id]?.pick));
};

/** What changes, whatever the button: days that were typed are never lost. */
export const changesOf = (rows: readonly Distribution[], typed: TypedDays): DeliveryChange[] => {
  const op = opOf(typed);
  const meant = new Set(meantRows(rows, typed));
  return rows.flatMap((row) => {
    const cell = typed.rows[row.id];
    if (!cell) return [];
    const filled = meant.has(row) && (op === 'fill' || op === 'fill-empty');
    const day = filled ? typed.bulkDay : cell.day;
    const change = { row, day, dayChanged: (day ?? '') !== cell.was, deliver: op === 'deliver' && meant.has(row) };
    return change.dayChanged || change.deliver ? [change] : [];
  });
};

export const inputName = ({ id }: Pick<Distribution, 'id'>, column: 'day' | 'pick'): string => `rows.${id}.${column}`;

const noLots = 'ロットが登録されていません。「納入の報告」を開いて、ロットとバイアル数を入力してください。';

/** What is wrong, by input name. */
export const faultsOfChanges = (changes: readonly DeliveryChange[]): FieldErrors => {
  const faults: Record<string, string> = {};
  for (const { row, day, deliver } of changes) {
    const fault = faultOfDeliveryDay(day, row);
    if (fault) faults[inputName(row, 'day')] = fault;
    if (deliver && needsLots(row)) faults[inputName(row, 'pick')] = noLots;
  }
  return faults;
};

/** New days outside the 標準配送期間. */
export const outsideOf = (changes: readonly DeliveryChange[]): DeliveryChange[] =>
  changes.filter(({ row, day, dayChanged }) => dayChanged && day !== null && isOutside(day, row));

/** Rows said to be delivered although their 納入予定日 has not come. */
export const earlyOf = (changes: readonly DeliveryChange[], today: Day): DeliveryChange[] =>
  changes.filter(({ day, deliver }) => deliver && (day ?? '') > today);

/** Days that venues have been told and that are taken back without another. */
export const withdrawnOf = (changes: readonly DeliveryChange[]): DeliveryChange[] =>
  changes.filter(({ row, day, dayChanged }) => dayChanged && day === null && row.deliveryDay !== null);

/** What is worth a question before it is saved. */
export const warningsOf = (changes: readonly DeliveryChange[], today: Day): string[] => {
  const [outside, early, withdrawn] = [outsideOf(changes), earlyOf(changes, today), withdrawnOf(changes)];
  const [first] = outside;
  return [
    ...(first
      ? [
          `標準配送期間（${formatPeriod(first.row.deliveryFrom, first.row.deliveryTo)}）の外の納入予定日が${outside.length}件あります。`,
        ]
      : []),
    ...(early.length > 0 ? [`納入予定日がまだ来ていない行が${early.length}件あります。`] : []),
    ...(withdrawn.length > 0 ? [`登録してある納入予定日を取り消す行が${withdrawn.length}件あります。`] : []),
  ];
};
