import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { LedgerKind } from './ledger.ts';

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
      doses_per_vial: number;
      source: string;
      source_id: number;
      at: Date;
      user_id: number | null;
      reach: ColumnType<string[], never, never>;
    };
  }
}
