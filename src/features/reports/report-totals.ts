import { cellKey, cellsOf, type Figures, type Report, type ReportShape, type Typed } from './reports.ts';

/**
 * Running totals as another system or a file gives them: what it leaves out stays as it is registered, and is 0 before
 * the first report.
 */
export const mergeTotals = (shape: ReportShape, given: Typed, former: Figures | null): Figures => ({
  counts: {
    ...former?.counts,
    ...Object.fromEntries(
      cellsOf(shape).map(({ category, doseNumber }) => {
        const key = cellKey(category, doseNumber);
        return [key, given.counts[key] ?? former?.counts[key] ?? 0];
      }),
    ),
  },
  discardedVials: given.discardedVials ?? former?.discardedVials ?? 0,
});

/** Would registering these totals say nothing new? In another クール the same totals are a report again. */
export const saysNothingNew = (former: Report | null, next: Figures, cycleId: number | null): boolean =>
  former !== null &&
  former.cycleId === cycleId &&
  former.discardedVials === next.discardedVials &&
  Object.entries(next.counts).every(([key, doses]) => (former.counts[key] ?? 0) === doses);

/** Far above any venue's running total, far below what the sums can hold. */
export const maxTotal = 9_999_999;

/** A cell of a file → total; null: left empty; undefined: no such number. */
export const readTotal = (cell: string): number | null | undefined => {
  const text = cell.normalize('NFKC').replaceAll(',', '').trim();
  if (text === '') return null;
  return /^\d{1,7}$/.test(text) && Number(text) <= maxTotal ? Number(text) : undefined;
};
