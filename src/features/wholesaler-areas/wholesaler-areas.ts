import { addDays, type Day } from '../../kernel/calendar.ts';

/** Which wholesaler brings a vaccine (or its needles and syringes) to an area, and when (S34). */
export type WholesalerArea = {
  readonly id: number;
  readonly wholesalerId: number;
  readonly wholesalerName: string;
  readonly vaccineId: number;
  readonly prefectureCode: string;
  /** null: the whole 都道府県, but for municipalities that have a row of their own. */
  readonly municipalityCode: string | null;
  readonly fromDay: Day;
  /** null: until further notice. */
  readonly toDay: Day | null;
  readonly version: number;
};

/** Its first and last day. */
export type Term = Pick<WholesalerArea, 'fromDay' | 'toDay'>;

export const overlap = (a: Term, b: Term): boolean =>
  (b.toDay === null || a.fromDay <= b.toDay) && (a.toDay === null || b.fromDay <= a.toDay);

/** The row of the same area that leaves no room for a new term; `exceptId` is the row being changed. */
export const findClash = <R extends Term & Pick<WholesalerArea, 'id' | 'municipalityCode'>>(
  rows: readonly R[],
  candidate: Term & Pick<WholesalerArea, 'municipalityCode'>,
  exceptId?: number,
): R | undefined =>
  rows.find(
    (row) => row.id !== exceptId && row.municipalityCode === candidate.municipalityCode && overlap(row, candidate),
  );

export type TermState = 'coming' | 'current' | 'over';
export const termState = ({ fromDay, toDay }: Term, today: Day): TermState =>
  fromDay > today ? 'coming' : toDay !== null && toDay < today ? 'over' : 'current';

/** Who serves a municipality on a day: its own row, else that of the whole 都道府県, else nobody. Rows of one vaccine. */
export const servingRow = <R extends Term & Pick<WholesalerArea, 'municipalityCode'>>(
  rows: readonly R[],
  municipalityCode: string,
  day: Day,
): R | null => {
  const current = rows.filter((row) => termState(row, day) === 'current');
  return (
    current.find((row) => row.municipalityCode === municipalityCode) ??
    current.find((row) => row.municipalityCode === null) ??
    null
  );
};

export type Change = {
  readonly wholesalerId: number;
  /** From which day another wholesaler serves the area; null where only the last day changes. */
  readonly changeFrom: Day | null;
  readonly toDay: Day | null;
};

/** What becomes of a row: its own new values, and a second row where another wholesaler takes over midway. */
export type ChangePlan = {
  readonly row: Term & Pick<WholesalerArea, 'wholesalerId'>;
  readonly next: (Term & Pick<WholesalerArea, 'wholesalerId'>) | null;
};

type Faults = { readonly faults: Readonly<Record<string, string>> };

const endsBefore = (day: Day, toDay: Day | null): boolean => toDay !== null && toDay < day;

/** A row that has not begun is simply rewritten. */
const planComing = (
  row: WholesalerArea,
  { wholesalerId, changeFrom, toDay }: Change,
  today: Day,
): ChangePlan | Faults => {
  const fromDay = changeFrom ?? row.fromDay;
  if (fromDay < today) return { faults: { changeFrom: 'いつからは、本日以降の日付を入力してください。' } };
  if (endsBefore(fromDay, toDay)) return { faults: { toDay: '終了日は、開始日以降の日付を入力してください。' } };
  return { row: { wholesalerId, fromDay, toDay }, next: null };
};

/** Same wholesaler: only the last day moves. */
const planEnd = (row: WholesalerArea, { toDay }: Change, today: Day): ChangePlan | Faults =>
  endsBefore(today, toDay)
    ? { faults: { toDay: '終了日は、本日以降の日付を入力してください。' } }
    : { row: { ...row, toDay }, next: null };

/** Another wholesaler: the row ends the day before. */
const planTakeover = (
  row: WholesalerArea,
  { wholesalerId, changeFrom, toDay }: Change,
  today: Day,
): ChangePlan | Faults => {
  if (changeFrom === null) return { faults: { changeFrom: '卸業者を変更するときは、いつからかを入力してください。' } };
  if (changeFrom < today) return { faults: { changeFrom: 'いつからは、本日以降の日付を入力してください。' } };
  if (endsBefore(changeFrom, row.toDay))
    return { faults: { changeFrom: 'いつからは、いまの担当の終了日までの日付を入力してください。' } };
  if (endsBefore(changeFrom, toDay)) return { faults: { toDay: '終了日は、いつから以降の日付を入力してください。' } };
  const next = { wholesalerId, fromDay: changeFrom, toDay };
  if (changeFrom <= row.fromDay) return { row: next, next: null };
  return { row: { wholesalerId: row.wholesalerId, fromDay: row.fromDay, toDay: addDays(changeFrom, -1) }, next };
};

/** What a change does to a row on a day; the past stays as it was. */
export const planChange = (row: WholesalerArea, change: Change, today: Day): ChangePlan | Faults => {
  switch (termState(row, today)) {
    case 'over':
      return { faults: { toDay: '終わった担当は変更できません。新しく登録してください。' } };
    case 'coming':
      return planComing(row, change, today);
    case 'current':
      return change.wholesalerId === row.wholesalerId ? planEnd(row, change, today) : planTakeover(row, change, today);
  }
};
