import type { ColumnType, Generated } from 'kysely';
import type { ApplicationState } from './applications.states.ts';
import type { FieldChange } from './applications.ts';

type ReachColumn = ColumnType<string[], never, never>;
type Changes = ColumnType<readonly FieldChange[], string, never>;

declare module '../../platform/db/tables.ts' {
  interface Tables {
    applications: {
      id: Generated<number>;
      subject: string;
      org_id: number;
      prefecture_code: string;
      municipality_code: string;
      state: ApplicationState;
      revision: Generated<number>;
      opened_at: Date;
      changed_at: Date;
      decided_at: Date | null;
      version: Generated<number>;
      reach: ReachColumn;
    };
    application_revisions: {
      application_id: number;
      revision: number;
      changes: Changes;
      at: Date;
      user_id: number | null;
      org_id: number | null;
      subject_org_id: number;
      prefecture_code: string;
      municipality_code: string;
      reach: ReachColumn;
    };
    application_decisions: {
      application_id: number;
      revision: number;
      decision: Exclude<ApplicationState, 'open'>;
      reason: string;
      at: Date;
      user_id: number;
      org_id: number;
      subject_org_id: number;
      prefecture_code: string;
      municipality_code: string;
      reach: ReachColumn;
    };
  }
}
