import { type Day, formatDay } from '../../kernel/calendar.ts';
import { doseLabel } from './reports.ts';

/** A row (category) or column (dose number) of the report, with the days on which it is asked for. */
export type ShapeItem = {
  /** `c:elderly`, or `d:3` */
  readonly key: string;
  readonly label: string;
  readonly fromDay: Day;
  /** The last day; null: no end. */
  readonly toDay: Day | null;
};

/** More columns than these the report has no room for. */
const mostDoses = 9;
const newDoseKey = 'new';

/** The number that would be added next; null: no more. */
const nextDose = (items: readonly ShapeItem[]): number | null => {
  const numbers = items.flatMap(({ key }) => (key.startsWith('d:') ? [Number(key.slice(2))] : []));
  const next = Math.max(0, ...numbers) + 1;
  return next > mostDoses ? null : next;
};

/** What can be chosen: every item there is, and the dose number after the last. */
export const shapeOptions = (items: readonly ShapeItem[]): { readonly value: string; readonly label: string }[] => {
  const next = nextDose(items);
  return [
    ...(next === null ? [] : [{ value: newDoseKey, label: `${doseLabel(next)}（追加する）` }]),
    ...items.map(({ key, label }) => ({ value: key, label })),
  ];
};

/** What stands in the tables and in the question: 「2021/02/14（日）〜」. */
export const spanText = ({ fromDay, toDay }: Pick<ShapeItem, 'fromDay' | 'toDay'>): string =>
  `${formatDay(fromDay)}〜${toDay ? formatDay(toDay) : ''}`;

export type ShapeChange = { readonly from: ShapeItem | null; readonly to: ShapeItem };
type Planned = { readonly change: ShapeChange } | { readonly fault: Readonly<Record<string, string>> };

/**
 * A new dose number begins on `day`; anything else ends with it, or goes on without end where it is blank. Days that
 * are over are not changed: what was asked for on them was asked for.
 */
export const planShapeChange = (
  items: readonly ShapeItem[],
  { item: key, day, today }: { readonly item: string; readonly day: Day | null; readonly today: Day },
): Planned => {
  if (day !== null && day < today) return { fault: { day: '今日以後の日付を入力してください。' } };
  const next = nextDose(items);
  if (key === newDoseKey && next !== null) {
    if (day === null) return { fault: { day: '追加する回数の、入力を始める日を入力してください。' } };
    return { change: { from: null, to: { key: `d:${next}`, label: doseLabel(next), fromDay: day, toDay: null } } };
  }
  const from = items.find((item) => item.key === key);
  if (!from) return { fault: { item: '項目を選択してください。' } };
  if (from.toDay !== null && from.toDay < today)
    return { fault: { item: `「${from.label}」は${formatDay(from.toDay)}で終わっています。` } };
  if (day !== null && day < from.fromDay)
    return {
      fault: { day: `「${from.label}」を始める日（${formatDay(from.fromDay)}）以後の日付を入力してください。` },
    };
  if (day === from.toDay) return { fault: { day: 'いまの内容と同じです。' } };
  const isLast = !items.some((item) => item.key !== key && item.key[0] === key[0] && item.toDay === null);
  if (day !== null && isLast) return { fault: { day: '最後に残る項目は、終了できません。' } };
  return { change: { from, to: { ...from, toDay: day } } };
};
