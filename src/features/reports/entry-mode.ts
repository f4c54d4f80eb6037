import { cellKey, cellsOf, type Figures, type Report, type ReportShape, type Typed } from './reports.ts';

/** What is typed: the running total, as the manual says, or today's number, to which the registered one is added. */
export const entryModes = ['total', 'today'] as const;
export type EntryMode = (typeof entryModes)[number];
export const entryModeNames = { total: '累計で入力する', today: '今回の数で入力する' } as const;

const plus = (registered: number | undefined, typed: number | null): number | null =>
  registered === undefined ? typed : registered + (typed ?? 0);

/** Running totals of what was typed. Today a blank field adds nothing; before the first report it stays blank. */
export const totalsOf = (mode: EntryMode, shape: ReportShape, typed: Typed, former: Figures | null): Typed =>
  mode === 'total'
    ? typed
    : {
        counts: Object.fromEntries(
          cellsOf(shape).map(({ category, doseNumber }) => {
            const key = cellKey(category, doseNumber);
            return [key, plus(former ? (former.counts[key] ?? 0) : undefined, typed.counts[key] ?? null)];
          }),
        ),
        discardedVials: plus(former?.discardedVials, typed.discardedVials),
      };

/** What stands beside a field: the number that was not typed. Empty while there is none. */
export const otherNumber = (
  mode: EntryMode,
  typed: number | null,
  report: Report | null,
  registered: number,
): string => {
  if (!report || typed === null) return '';
  if (mode === 'today') return `累計 ${(registered + typed).toLocaleString('ja-JP')}`;
  const more = typed - registered;
  return `今回 ${more > 0 ? '+' : ''}${more.toLocaleString('ja-JP')}`;
};
