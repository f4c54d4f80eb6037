import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';

type ReachColumn = ColumnType<string[], never, never>;
type AreaColumns = { prefecture_code: string; municipality_code: string };

type ReportVersionRow = AreaColumns & {
  id: Generated<number>;
  venue_id: number;
  vaccine_id: number;
  cycle_id: number | null;
  version: number;
  doses: number;
  discarded_vials: number;
  registered_at: Date;
  registered_by: number;
  proxy_org_id: number | null;
  disposals_seen: number | null;
  reason: Generated<string>;
  reach: ReachColumn;
};

type ReportCountRow = AreaColumns & {
  report_id: number;
  category: string;
  dose_number: number;
  doses: number;
  venue_id: number;
  reach: ReachColumn;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    report_categories: { code: string; label: string; position: number; from_day: Day; to_day: Day | null };
    report_dose_numbers: { number: number; from_day: Day; to_day: Day | null };
    report_shape_changes: {
      id: Generated<number>;
      category: string | null;
      dose_number: number | null;
      from_day: Day;
      to_day: Day | null;
      reason: string;
      at: Date;
      user_id: number;
    };
    report_versions: ReportVersionRow;
    report_counts: ReportCountRow;
  }
}
