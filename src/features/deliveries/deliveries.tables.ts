// The table `distributions` itself is that of the allocations, which make its rows.
import '../allocations/index.ts';
import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';

type ReachColumn = ColumnType<string[], never, never>;

type DeliveryLotRow = {
  id: Generated<number>;
  distribution_id: number;
  venue_id: number;
  prefecture_code: string;
  municipality_code: string;
  maker_id: number | null;
  wholesaler_id: number | null;
  lot: string;
  expiry: Day | null;
  vials: number;
  received_vials: number | null;
  reach: ReachColumn;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    delivery_lots: DeliveryLotRow;
  }
}
