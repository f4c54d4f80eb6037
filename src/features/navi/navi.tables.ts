import type { ColumnType, Generated } from 'kysely';
import type { Fault } from './error-report.ts';
import type { Language } from './languages.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    navi_municipalities: { municipality_code: string; version: number };
    navi_reminders: { venue_id: number; reminded_at: Date };
    navi_error_reports: {
      id: Generated<number>;
      venue_id: number;
      prefecture_code: string;
      municipality_code: string;
      fault: Fault;
      note: string;
      language: Language;
      at: Date;
      handled_at: Date | null;
      handled_by: number | null;
      version: Generated<number>;
      reach: ColumnType<string[], never, never>;
    };
  }
}
