import './totals.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import { allowComparison, type Tx } from '../../platform/db/index.ts';
import type { CountryMeasure, Measure } from './totals.ts';

/** One total that stands differently from what its entries come to. */
export type DifferingTotal = {
  readonly what: 'day' | 'total' | 'prefecture' | 'prefecture_day';
  readonly vaccineId: number;
  readonly measure: Measure | CountryMeasure;
  /** 0: no クール known. */
  readonly cycleId: number;
  /** null where it is of all days. */
  readonly day: Day | null;
  /** Code of the 市町村 or 都道府県. */
  readonly areaCode: string;
  readonly category: string;
  readonly doseNumber: number;
  /** null: there is no row. */
  readonly kept: number | null;
  readonly rebuilt: number | null;
};

/** So many are enough to see what went wrong. */
const most = 100;

/**
 * Rebuilds every total of a municipality and day from the reports and the ledger, every total of a municipality from its
 * days, and those of the 都道府県 from the municipalities, demands, distributions and balances; only what differs comes
 * back. Each is one statement, which sees one state of the database; memory is that of the sorts the database does,
 * however many entries there are.
 */
export const differingTotals = async (tx: Tx): Promise<DifferingTotal[]> => {
  await allowComparison(tx);
  const days = await sql<DifferingTotal>`
    select 'day' as what, vaccine_id as "vaccineId", measure, cycle_id as "cycleId", day, municipality_code as "areaCode",
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
      municipality_code as "areaCode", category, dose_number as "doseNumber", t.amount as kept, r.amount as rebuilt
    from rebuilt r full join area_totals t using (vaccine_id, measure, cycle_id, municipality_code, category, dose_number)
    where coalesce(r.amount, 0) <> coalesce(t.amount, 0) limit ${most}`.execute(tx);
  const prefectures = await sql<DifferingTotal>`
    select 'prefecture' as what, vaccine_id as "vaccineId", measure, cycle_id as "cycleId", null as day,
      prefecture_code as "areaCode", category, dose_number as "doseNumber", t.amount as kept, e.amount as rebuilt
    from prefecture_totals_of_entries e
    full join prefecture_totals t using (vaccine_id, measure, cycle_id, prefecture_code, category, dose_number)
    where coalesce(e.amount, 0) <> coalesce(t.amount, 0) limit ${most}`.execute(tx);
  const prefectureDays = await sql<DifferingTotal>`
    select 'prefecture_day' as what, vaccine_id as "vaccineId", measure, cycle_id as "cycleId", day,
      prefecture_code as "areaCode", '' as category, 0 as "doseNumber", t.amount as kept, e.amount as rebuilt
    from prefecture_day_totals_of_entries e
    full join prefecture_day_totals t using (vaccine_id, measure, cycle_id, day, prefecture_code)
    where coalesce(e.amount, 0) <> coalesce(t.amount, 0) limit ${most}`.execute(tx);
  return [...days.rows, ...totals.rows, ...prefectures.rows, ...prefectureDays.rows];
};
