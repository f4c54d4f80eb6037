import './totals.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Measure } from './totals.ts';

/** One total that stands differently from what its entries come to. */
export type DifferingTotal = {
  readonly what: 'day' | 'total';
  readonly vaccineId: number;
  readonly measure: Measure;
  /** 0: no クール known. */
  readonly cycleId: number;
  /** null for `total`, which is of all days. */
  readonly day: Day | null;
  readonly municipalityCode: string;
  readonly category: string;
  readonly doseNumber: number;
  /** null: there is no row. */
  readonly kept: number | null;
  readonly rebuilt: number | null;
};

/** So many are enough to see what went wrong. */
const most = 100;

/**
 * Rebuilds every total of a municipality and day from the reports and the ledger, and every total of a municipality from
 * its days; only what differs comes back. Both are one statement each, which sees one state of the database; memory is
 * that of the sorts the database does, however many entries there are.
 */
export const differingTotals = async (tx: Tx): Promise<DifferingTotal[]> => {
  const days = await sql<DifferingTotal>`
    select 'day' as what, vaccine_id as "vaccineId", measure, cycle_id as "cycleId", day, municipality_code as "municipalityCode",
      category, dose_number as "doseNumber", d.amount as kept, e.amount as rebuilt
    from area_totals_of_entries e
    full join area_day_totals d using (vaccine_id, measure, cycle_id, day, municipality_code, category, dose_number)
    where coalesce(e.amount, 0) <> coalesce(d.amount, 0) limit ${most}`.execute(tx);
  const totals = await sql<DifferingTotal>`
    with rebuilt as (
      select vaccine_id, measure, cycle_id, municipality_code, category, dose_number, sum(amount)::bigint as amount
      from area_day_totals group by 1, 2, 3, 4, 5, 6
    )
    select 'total' as what, vaccine_id as "vaccineId", measure, cycle_id as "cycleId", null as day,
      municipality_code as "municipalityCode", category, dose_number as "doseNumber", t.amount as kept, r.amount as rebuilt
    from rebuilt r full join area_totals t using (vaccine_id, measure, cycle_id, municipality_code, category, dose_number)
    where coalesce(r.amount, 0) <> coalesce(t.amount, 0) limit ${most}`.execute(tx);
  return [...days.rows, ...totals.rows];
};
