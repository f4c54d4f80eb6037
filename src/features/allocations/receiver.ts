import type { Boxes } from '../../kernel/quantities.ts';
import type { StorageChoice } from '../demands/index.ts';
import type { ReceiverFacts } from './check-sheet.ts';

/** One row of a sheet: who gets, what it asked for, and what speaks against giving. */
export type Receiver = ReceiverFacts & {
  /** 10-digit code of a venue; null for an area. */
  readonly code: string | null;
  readonly requested: Boxes | null;
  /** Confirmed by the municipalities; for a venue as the municipality corrected it. */
  readonly confirmed: Boxes | null;
  readonly confirmations: { readonly done: number; readonly of: number } | null;
  readonly storage: StorageChoice | null;
  /** Still a 基本型 of this vaccine and approved. */
  readonly handles: boolean;
};
