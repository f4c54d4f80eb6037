import type { ColumnType, Generated } from 'kysely';

type ReachColumn = ColumnType<string[], never, never>;
type VenueColumns = { venue_id: number; prefecture_code: string; municipality_code: string; reach: ReachColumn };

type ClaimVersionRow = VenueColumns & {
  id: Generated<number>;
  month: string;
  version: number;
  form_version: string;
  with_late: number | null;
  with_returned: number | null;
  without_late: number | null;
  without_returned: number | null;
  sheets: number;
  amount: number;
  saved_at: Date;
  saved_by: number;
  proxy_org_id: number | null;
};

export type ClaimLineRow = VenueColumns & {
  claim_id: number;
  coupon: 'with' | 'without';
  position: number;
  residence_code: string;
  residence_name: string;
  own: boolean;
  screening: number | null;
  older: number | null;
  younger: number | null;
  overtime: number | null;
  holiday: number | null;
};

type ClaimPrintingRow = VenueColumns & {
  id: Generated<number>;
  claim_id: number;
  output: 'summary-all' | 'summary-others' | 'with' | 'without';
  printed_at: Date;
  printed_by: number;
};

type ClaimProposalRow = VenueColumns & {
  id: Generated<number>;
  month: string;
  source: 'csv' | 'api';
  file_name: string;
  lines: ColumnType<unknown, string, never>;
  faults: ColumnType<unknown, string, never>;
  proposed_at: Date;
  proposed_by: number;
  taken_at: Date | null;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    claim_versions: ClaimVersionRow;
    claim_lines: ClaimLineRow;
    claim_printings: ClaimPrintingRow;
    claim_proposals: ClaimProposalRow;
    claim_rule_changes: {
      id: Generated<number>;
      municipality_code: string;
      from_month: string;
      route_from: 'kokuhoren' | 'direct' | null;
      route_to: 'kokuhoren' | 'direct';
      at: Date;
      user_id: number;
    };
    claim_rules: { municipality_code: string; from_month: string; route: 'kokuhoren' | 'direct' };
  }
}
