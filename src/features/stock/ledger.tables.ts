import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { LedgerKind } from './ledger.ts';

type ReachColumn = ColumnType<string[], never, never>;
/** Written by triggers only. */
type Derived<T> = ColumnType<T, never, never>;
type Sums = {
  venue_id: Derived<number>;
  vaccine_id: Derived<number>;
  prefecture_code: Derived<string>;
  municipality_code: Derived<string>;
  received: Derived<number>;
  transferred_in: Derived<number>;
  transferred_out: Derived<number>;
  disposed: Derived<number>;
  corrected: Derived<number>;
  as_of: Derived<Date>;
  reach: ReachColumn;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    ledger_entries: {
      id: Generated<number>;
      venue_id: number;
      prefecture_code: string;
      municipality_code: string;
      vaccine_id: number;
      kind: LedgerKind;
      lot: string | null;
      expiry: Day | null;
      vials: number;
      doses: number | null;
      doses_per_vial: number;
      reversal: Generated<boolean>;
      day: Day | null;
      partner_id: number | null;
      reason: Generated<string>;
      source: string;
      source_id: number;
      source_version: Generated<number>;
      at: Date;
      user_id: number | null;
      reach: ReachColumn;
    };
    stock_records: {
      id: Generated<number>;
      venue_id: number;
      prefecture_code: string;
      municipality_code: string;
      vaccine_id: number;
      kind: 'disposal' | 'count';
      lot: string | null;
      vials: number;
      expected: number | null;
      reason: string;
      day: Day | null;
      at: Date;
      user_id: number;
      reach: ReachColumn;
    };
    stock_balances: Sums & {
      used_doses: Derived<number>;
      used_parts: Derived<number>;
      inflows: Derived<number>;
      disposal_records: Derived<number>;
      received_at: Derived<Date | null>;
      reported_at: Derived<Date | null>;
      counted_at: Derived<Date | null>;
    };
    stock_lot_balances: Sums & { lot: Derived<string>; expiry: Derived<Day | null>; doses_per_vial: Derived<number> };
  }
}
