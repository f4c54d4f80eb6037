import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { StorageChoice } from './demands.ts';

type ReachColumn = ColumnType<string[], never, never>;
type AreaColumns = { prefecture_code: string; municipality_code: string };

type DemandRow = AreaColumns & {
  id: Generated<number>;
  cycle_id: number;
  venue_id: number;
  requested: number;
  corrected: number | null;
  correction_reason: string | null;
  storage: StorageChoice | null;
  registered_at: Date;
  registered_by: number;
  proxy_org_id: number | null;
  version: Generated<number>;
  reach: ReachColumn;
};

type DemandHistoryRow = AreaColumns & {
  id: Generated<number>;
  demand_id: number;
  venue_id: number;
  at: Date;
  user_id: number;
  org_id: number;
  requested: number;
  corrected: number | null;
  storage: StorageChoice | null;
  reason: Generated<string>;
  reach: ReachColumn;
};

type DemandConfirmationRow = AreaColumns & {
  cycle_id: number;
  boxes: number;
  venues_entered: number;
  venues_missing: number;
  confirmed_at: Date;
  confirmed_by: number;
  version: Generated<number>;
  reach: ReachColumn;
};

type DemandReminderRow = {
  cycle_id: number;
  org_id: number;
  day: Day;
  by_org_id: number;
  at: Date;
  prefecture_code: string;
  municipality_code: string | null;
  reach: ReachColumn;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    demands: DemandRow;
    demand_reminders: DemandReminderRow;
    demand_history: DemandHistoryRow;
    demand_confirmations: DemandConfirmationRow;
    demand_confirmation_history: DemandConfirmationRow;
  }
}
