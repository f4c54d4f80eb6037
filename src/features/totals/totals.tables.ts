import type { ColumnType } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { CountryMeasure, Measure } from './totals.ts';

type ReadOnly<T> = ColumnType<T, never, never>;

/** Kept by triggers (migrations 0040 and 0081); nobody writes them otherwise. */
type AreaTotal = {
  vaccine_id: ReadOnly<number>;
  measure: ReadOnly<Measure>;
  /** 0: no クール known. */
  cycle_id: ReadOnly<number>;
  municipality_code: ReadOnly<string>;
  prefecture_code: ReadOnly<string>;
  category: ReadOnly<string>;
  dose_number: ReadOnly<number>;
  amount: ReadOnly<number>;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    area_totals: AreaTotal & { changed_at: ReadOnly<Date> };
    area_day_totals: AreaTotal & { day: ReadOnly<Day> };
    /** The same by 都道府県, with what only the page of the whole country reads. */
    prefecture_totals: Omit<AreaTotal, 'municipality_code' | 'measure'> & {
      measure: ReadOnly<Measure | CountryMeasure>;
      changed_at: ReadOnly<Date>;
    };
    prefecture_day_totals: Omit<AreaTotal, 'municipality_code' | 'category' | 'dose_number'> & { day: ReadOnly<Day> };
    /** A view of the doses without anything smaller than a 都道府県, for everyone. */
    open_doses: Pick<AreaTotal, 'prefecture_code' | 'vaccine_id' | 'category' | 'dose_number'> & {
      day: ReadOnly<Day>;
      doses: ReadOnly<number>;
    };
  }
}
