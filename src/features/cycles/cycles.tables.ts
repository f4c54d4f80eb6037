import type { Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';

export type CycleRow = {
  id: Generated<number>;
  campaign_id: number;
  vaccine_id: number;
  number: number;
  branch: number | null;
  registration_from: Date;
  registration_to: Date;
  delivery_from: Day;
  delivery_to: Day;
  vaccination_from: Day;
  vaccination_to: Day;
  doses_per_vial: number;
  state: 'draft' | 'planned' | 'closed';
  supply: number | null;
  deadline_alert_done_at: Date | null;
  deadline_escalated_at: Date | null;
  report_reminded_at: Date | null;
  report_escalated_at: Date | null;
  version: Generated<number>;
  created_at: Generated<Date>;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    campaigns: { id: Generated<number>; name: string };
    cycles: CycleRow;
  }
}
