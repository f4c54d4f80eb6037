import {
  countRows,
  type PlannedRow,
  type SheetChange,
  type SheetCounts,
  type SheetFault,
  type SheetPlan,
} from './sheet-plan.ts';

/** Of a whole country's lines only the first are shown. */
const shownRows = 200;

export type PreviewRow = {
  readonly line: number;
  readonly action: PlannedRow<unknown>['action'];
  readonly name: string;
  readonly changes: readonly SheetChange[];
  readonly note: string | null;
  /** What the row brings besides itself. */
  readonly also: string | null;
};
/** What a page shows of a plan, as it can be kept. */
export type SheetPreview = {
  readonly counts: SheetCounts;
  readonly also: number;
  readonly faultCount: number;
  readonly faults: readonly SheetFault[];
  readonly rowCount: number;
  readonly rows: readonly PreviewRow[];
  /** The text ends within a line. */
  readonly cutOff: boolean;
};

type Also<D> = {
  readonly count: (rows: readonly PlannedRow<D>[]) => number;
  readonly of: (row: PlannedRow<D>) => string | null;
};

/** The preview of a plan: what changes is looked at first. */
export const previewOf = <D>(plan: SheetPlan<D>, also: Also<D> | undefined, cutOff: boolean): SheetPreview => {
  const { rows, faults } = plan;
  const moves = (row: PlannedRow<D>) => row.action !== 'same' || Boolean(also?.of(row));
  const first: PlannedRow<D>[] = [];
  for (const wanted of [true, false])
    for (const row of rows) if (first.length < shownRows && moves(row) === wanted) first.push(row);
  return {
    counts: countRows(plan),
    also: also?.count(rows) ?? 0,
    faultCount: faults.length,
    faults: faults.slice(0, shownRows),
    rowCount: rows.length,
    rows: first.map(({ line, action, name, changes, note, data }) => ({
      line,
      action,
      name,
      changes,
      note: note ?? null,
      also: also?.of({ line, action, name, changes, data }) ?? null,
    })),
    cutOff,
  };
};
