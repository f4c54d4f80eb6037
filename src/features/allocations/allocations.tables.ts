import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Item } from './distribution.ts';
import type { Frame, Level, SheetState } from './sheet.ts';

type ReachColumn = ColumnType<string[], never, never>;

type AllocationSheetRow = {
  id: Generated<number>;
  cycle_id: number;
  level: Level;
  prefecture_code: string | null;
  municipality_code: string | null;
  revision: number;
  state: SheetState;
  reason: string;
  saved_at: Date;
  saved_by: number | null;
  fixed_at: Date | null;
  fixed_by: number | null;
  version: number;
  reach: ReachColumn;
};

type AllocationLineRow = {
  sheet_id: number;
  receiver: string;
  frame: Frame;
  units: number | null;
  vials: number | null;
  prefecture_code: string | null;
  municipality_code: string | null;
  venue_id: number | null;
  reach: ReachColumn;
};

/** One item that a venue gets; made by 分配確定, carried on by the deliveries. */
type DistributionRow = {
  id: Generated<number>;
  cycle_id: number;
  sheet_id: number;
  venue_id: number;
  prefecture_code: string;
  municipality_code: string;
  item: Item;
  units: number | null;
  pieces: number;
  doses: number | null;
  doses_per_vial: number;
  storage: 'freezer' | 'dry_ice' | null;
  maker_id: number | null;
  wholesaler_id: number | null;
  cancelled_at: Date | null;
  fixed_at: Date;
  ship_day: Day | null;
  lot: string | null;
  expiry: Day | null;
  next_exchange_day: Day | null;
  after_next_exchange_day: Day | null;
  delivery_day: Day | null;
  delivered_at: Date | null;
  delivered_by: number | null;
  received_at: Date | null;
  received_by: number | null;
  version: Generated<number>;
  reach: ReachColumn;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    allocation_sheets: AllocationSheetRow;
    allocation_lines: AllocationLineRow;
    distributions: DistributionRow;
  }
}
