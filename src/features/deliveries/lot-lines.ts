import type { Day } from '../../kernel/calendar.ts';
import type { RawInput } from '../../kernel/form.ts';
import type { Lot } from './distribution.ts';
import { type TypedLot, typedLots } from './lots.ts';

type Line = { readonly lot: string; readonly expiry: Day | null; readonly vials: number | null };

/** The lines of a table of lots in which something was typed. */
export const linesOf = (table: Readonly<Record<string, Line>>): TypedLot[] =>
  typedLots(Object.entries(table).map(([key, line]) => ({ key, ...line })));

/** Lines shown: those there are and two more, at least three. */
export const lineKeys = (lots: readonly Lot[]): string[] =>
  Array.from({ length: Math.max(3, lots.length + 2) }, (_, at) => String(at + 1));

/** The lots as a form shows them at first. */
export const lotValues = (lots: readonly Lot[]): RawInput =>
  Object.fromEntries(
    lots.flatMap(({ lot, expiry, vials }, at) => [
      [`lots.${at + 1}.lot`, lot],
      [`lots.${at + 1}.expiry`, expiry ?? ''],
      [`lots.${at + 1}.vials`, String(vials)],
    ]),
  );
