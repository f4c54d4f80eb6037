import type { Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';

export type VaccineRow = {
  id: Generated<number>;
  code: string;
  name: string;
  short_name: string;
  maker_id: number;
  storage: '-75' | '-20' | '2-8';
  unit_name: string;
  vials_per_unit: number;
  dilution: boolean;
  asks_storage: boolean;
  interval_days: number | null;
  route: 'maker' | 'wholesaler';
  announced_from: Day;
  usable_from: Day;
  version: Generated<number>;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    vaccines: VaccineRow;
    vaccine_doses_per_vial: { vaccine_id: number; from_day: Day; doses: number };
  }
}
