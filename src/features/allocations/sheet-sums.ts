import { type Doses, doses, sumKnown, type Vials, vials } from '../../kernel/quantities.ts';
import { toVials } from './mixed.ts';
import type { Line } from './sheet.ts';

type Pack = { readonly vialsPerUnit: number };

/** Vials of a line; null: not entered. */
export const vialsOfLine = (line: Pick<Line, 'units' | 'vials'>, { vialsPerUnit }: Pack): Vials | null => {
  const count = toVials(line.units, line.vials, vialsPerUnit);
  return count === null ? null : vials(count);
};

/** Vials of each receiver over its frames; receivers with nothing entered are null. */
export const vialsByReceiver = (lines: readonly Line[], pack: Pack): Map<string, Vials | null> => {
  const sums = new Map<string, Vials | null>();
  for (const line of lines)
    sums.set(line.receiver, sumKnown([sums.get(line.receiver) ?? null, vialsOfLine(line, pack)]));
  return sums;
};

/** What a sheet adds up to, in vials: all levels give boxes, the last one loose vials too. */
export type SheetTotals = {
  /** null: nothing entered. */
  readonly given: Vials | null;
  /** null: nothing came in yet. */
  readonly left: number | null;
  readonly doses: Doses | null;
  /** Receivers that get something, get a zero, have nothing entered. */
  readonly some: number;
  readonly zero: number;
  readonly missing: number;
};

/** Adds a sheet up against what came in; `receivers` counts also those without a line. */
export const totalsOf = (
  lines: readonly Line[],
  receivers: readonly string[],
  came: Vials | null,
  pack: Pack,
  dosesPerVial: number,
): SheetTotals => {
  const each = vialsByReceiver(lines, pack);
  const of = [...new Set([...receivers, ...each.keys()])].map((receiver) => each.get(receiver) ?? null);
  const given = sumKnown(of);
  return {
    given,
    left: came === null ? null : came - (given ?? 0),
    doses: given === null ? null : doses(given * dosesPerVial),
    some: of.filter((count) => count !== null && count > 0).length,
    zero: of.filter((count) => count === 0).length,
    missing: of.filter((count) => count === null).length,
  };
};
