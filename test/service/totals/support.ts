import type { Db } from '../../../src/platform/db/index.ts';
import { rowsOf } from '../demands/support.ts';

/** Where the kept totals are not what the entries come to; none is allowed. */
export const differences = (db: Db): Promise<unknown[]> =>
  rowsOf(
    db,
    `select * from area_totals_of_entries e
     full join area_day_totals d using (vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number)
     where coalesce(e.amount, 0) <> coalesce(d.amount, 0)
     union all
     select vaccine_id, measure, cycle_id, null, municipality_code, category, dose_number, d.amount, null, t.amount, null
     from (select vaccine_id, measure, cycle_id, municipality_code, category, dose_number, sum(amount)::bigint as amount
       from area_day_totals group by 1, 2, 3, 4, 5, 6) d
     full join area_totals t using (vaccine_id, measure, cycle_id, municipality_code, category, dose_number)
     where coalesce(t.amount, 0) <> coalesce(d.amount, 0)`,
  );
