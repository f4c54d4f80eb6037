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
  const mixed = shape.level === 'municipal' && vaccine.vialsPerUnit > 1;
  const shared = new Set(sharedNames(receivers));
  return {
    rows: receivers.map((receiver) => ({
      ...receiver,
      label: shared.has(receiver.name) && receiver.code ? `${receiver.name}（${receiver.code}）` : receiver.name,
      count: counts.get(receiver.key) ?? null,
      lines: lines.filter((line) => line.receiver === receiver.key),
      former: former.filter((line) => line.receiver === receiver.key),
    })),
    totals: totalsOf(lines, keys, came, vaccine, cycle.dosesPerVial),
    lines,
    columns: shape.columns.filter(({ measure }) => measure === 'units' || mixed),
    mixed,
  };
};

const sharedNames = (receivers: readonly Receiver[]): string[] => {
  const names = receivers.map(({ name }) => name);
  return names.filter((name, i) => names.indexOf(name) !== i);
};
