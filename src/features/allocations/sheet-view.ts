import type { FormState } from '../../kernel/form.ts';
import type { Vials } from '../../kernel/quantities.ts';
import type { Receiver } from './receiver.ts';
import type { Line } from './sheet.ts';
import type { OpenPage } from './sheet-data.ts';
import { linesTyped, type SheetColumn } from './sheet-shape.ts';
import { type SheetTotals, totalsOf, vialsByReceiver } from './sheet-sums.ts';

/** One row as the table shows it. */
export type SheetRow = Receiver & {
  /** Names the row, also where two venues share a name. */
  readonly label: string;
  readonly count: Vials | null;
  readonly lines: readonly Line[];
  readonly former: readonly Line[];
};

export type SheetView = {
  readonly rows: readonly SheetRow[];
  /** Vials of each receiver; null: not entered. */
  readonly counts: ReadonlyMap<string, Vials | null>;
  readonly totals: SheetTotals;
  readonly lines: readonly Line[];
  /** Columns that are filled; loose vials only where a box holds several. */
  readonly columns: readonly SheetColumn[];
  /** Boxes and loose vials add up together. */
  readonly mixed: boolean;
};

const textOf = (state: FormState, name: string): string => {
  const raw = state.values[name];
  return typeof raw === 'string' ? raw : (raw?.[0] ?? '');
};

/** Rows and sums of what stands in the form, saved or just typed. */
export const viewOf = (open: OpenPage, state: FormState | null): SheetView => {
  const { shape, receivers, came, vaccine, cycle, fixed, sheet, linesOf } = open;
  const keys = receivers.map(({ key }) => key);
  const lines = state ? linesTyped(shape, keys, (name) => textOf(state, name)) : open.lines;
  const former = fixed && fixed.id !== sheet?.id ? (linesOf.get(fixed.id) ?? []) : [];
  const counts = vialsByReceiver(lines, vaccine);
  const [linesByKey, formerByKey] = [byReceiver(lines), byReceiver(former)];
  const mixed = shape.level === 'municipal' && vaccine.vialsPerUnit > 1;
  const shared = new Set(sharedNames(receivers));
  return {
    rows: receivers.map((receiver) => ({
      ...receiver,
      label: shared.has(receiver.name) && receiver.code ? `${receiver.name}（${receiver.code}）` : receiver.name,
      count: counts.get(receiver.key) ?? null,
      lines: linesByKey.get(receiver.key) ?? [],
      former: formerByKey.get(receiver.key) ?? [],
    })),
    counts,
    totals: totalsOf(lines, keys, came, vaccine, cycle.dosesPerVial),
    lines,
    columns: shape.columns.filter(({ measure }) => measure === 'units' || mixed),
    mixed,
  };
};

/** A big city has thousands of venues: what belongs to a row is looked up, not searched for. */
const byReceiver = (lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> =>
  Map.groupBy(lines, ({ receiver }) => receiver);

const sharedNames = (receivers: readonly Receiver[]): string[] =>
  [...Map.groupBy(receivers, ({ name }) => name)].flatMap(([name, same]) => (same.length > 1 ? [name] : []));
