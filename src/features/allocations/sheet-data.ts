import type { Boxes, Vials } from '../../kernel/quantities.ts';
import type { Cycle } from '../cycles/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { Receiver } from './receiver.ts';
import type { Frame, Giver, Line, Sheet } from './sheet.ts';
import type { SheetShape } from './sheet-shape.ts';

/** A giver's sheet of a クール with everything that it is judged by. */
export type OpenSheet = {
  readonly cycle: Cycle;
  readonly vaccine: Vaccine;
  readonly giver: Giver;
  readonly shape: SheetShape;
  /** The newest revision: a draft, or the one that is fixed; null before the first save. */
  readonly sheet: Sheet | null;
  /** The revision in force; null before the first 確定. */
  readonly fixed: Sheet | null;
  readonly revisions: readonly Sheet[];
  readonly lines: readonly Line[];
  readonly linesOf: ReadonlyMap<number, readonly Line[]>;
  readonly receivers: readonly Receiver[];
};

/** What came in for a giver; null: nothing was fixed for it yet. */
export type Incoming = { readonly total: Boxes | null; readonly frames: Readonly<Partial<Record<Frame, Boxes>>> };

export type OpenPage = OpenSheet & { readonly incoming: Incoming; readonly came: Vials | null };

export type SheetPageData = {
  readonly cycles: readonly Cycle[];
  /** null: there is no クール yet. */
  readonly open: OpenPage | null;
  readonly giver: Giver;
  /** A draft was saved just now. */
  readonly saved: boolean;
};
