import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { TransferSide } from './transfers.ts';

type ReachColumn = ColumnType<string[], never, never>;

declare module '../../platform/db/tables.ts' {
  interface Tables {
    transfers: {
      id: Generated<number>;
      venue_id: number;
      prefecture_code: string;
      municipality_code: string;
      vaccine_id: number;
      side: TransferSide;
      partner_id: number | null;
      partner_prefecture_code: string | null;
      partner_municipality_code: string | null;
      day: Day;
      lot: string;
      vials: number;
      left_freezer_at: Date | null;
      band: '-75' | '-20' | '2-8' | null;
      use_by: Date | null;
      version: Generated<number>;
      entered_at: Date;
      entered_by: number;
      removed_at: Date | null;
      reach: ReachColumn;
    };
    transfer_pairs: {
      giving_id: number;
      receiving_id: number;
      giver_id: number;
      giver_municipality_code: string;
      giver_prefecture_code: string;
      receiver_id: number;
      receiver_municipality_code: string;
      receiver_prefecture_code: string;
      giving_vials: number;
      receiving_vials: number;
      giving_day: Day;
      receiving_day: Day;
      paired_at: Date;
      reach: ReachColumn;
    };
  }
}
