import type { Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    vaccine_lots: {
      vaccine_id: number;
      lot: string;
      announced_expiry: Day | null;
      expiry: Day | null;
      stopped_at: Date | null;
      stop_reason: Generated<string>;
      first_seen_at: Date;
      version: Generated<number>;
    };
    lot_changes: {
      id: Generated<number>;
      vaccine_id: number;
      lot: string;
      kind: 'extended' | 'stopped' | 'resumed';
      expiry_from: Day | null;
      expiry_to: Day | null;
      reason: string;
      at: Date;
      user_id: number;
    };
  }
}
