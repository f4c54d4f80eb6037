import './reports.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { cellKey, type Figures, type Report, type ReportShape, totalDoses } from './reports.ts';

/** Rows and columns asked for on a day. */
export const loadShape = async (tx: Tx, day: Day): Promise<ReportShape> => {
  const { rows } = await sql<{ categories: ReportShape['categories']; numbers: number[] }>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'label', label) order by position), '[]')
        from report_categories where from_day <= ${day} and (to_day is null or to_day >= ${day})) as categories,
      (select coalesce(jsonb_agg(number order by number), '[]')
        from report_dose_numbers where from_day <= ${day} and (to_day is null or to_day >= ${day})) as numbers
  `.execute(tx);
  return { categories: rows[0]?.categories ?? [], doseNumbers: rows[0]?.numbers ?? [] };
};

/** All rows and columns that were ever asked for up to a day, those switched off since too. */
export const loadPastShape = async (tx: Tx, day: Day): Promise<ReportShape> => {
  const categories = await tx
    .selectFrom('report_categories')
    .select(['code', 'label'])
    .where('from_day', '<=', day)
    .orderBy('position')
    .execute();
  const numbers = await tx
    .selectFrom('report_dose_numbers')
    .select('number')
    .where('from_day', '<=', day)
    .orderBy('number')
    .execute();
  return { categories, doseNumbers: numbers.map(({ number }) => number) };
};

type Cell = readonly [category: string, doseNumber: number, doses: number];

/** What a venue registered last for a vaccine; null before the first report. */
export const loadReport = async (tx: Tx, venueId: number, vaccineId: number): Promise<Report | null> => {
  const row = await tx
    .selectFrom('report_versions as r')
    .innerJoin('users as u', 'u.id', 'r.registered_by')
    .where('r.venue_id', '=', venueId)
    .where('r.vaccine_id', '=', vaccineId)
    .select(['r.version', 'r.cycle_id', 'r.discarded_vials', 'r.registered_at'])
    .select(
      sql<readonly Cell[]>`(select coalesce(jsonb_agg(jsonb_build_array(c.category, c.dose_number, c.doses)), '[]')
        from report_counts c where c.report_id = r.id)`.as('counts'),
    )
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('name'))
    .orderBy('r.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    version: row.version,
    cycleId: row.cycle_id,
    registeredAt: row.registered_at,
    registeredBy: row.name,
    discardedVials: row.discarded_vials,
    counts: Object.fromEntries(row.counts.map(([category, number, doses]) => [cellKey(category, number), doses])),
  };
};

export type NewReport = Figures & {
  readonly venueId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly vaccineId: number;
  readonly cycleId: number | null;
  readonly version: number;
  /** Disposals entered one by one that the writer saw; another number now lets the transaction start again. */
  readonly disposalsSeen?: number;
  /** Why a total did not grow or fell, as far as the venue says. */
  readonly reason?: string;
  readonly at: Date;
  readonly userId: number;
};

/** Adds the next version of a report; false when someone else was faster. */
export const insertReport = async (tx: Tx, report: NewReport): Promise<boolean> => {
  const place = {
    venue_id: report.venueId,
    prefecture_code: report.prefectureCode,
    municipality_code: report.municipalityCode,
  };
  const row = await tx
    .insertInto('report_versions')
    .values({
      ...place,
      vaccine_id: report.vaccineId,
      cycle_id: report.cycleId,
      version: report.version,
      doses: totalDoses(report.counts),
      discarded_vials: report.discardedVials,
      registered_at: report.at,
      registered_by: report.userId,
      proxy_org_id: null,
      disposals_seen: report.disposalsSeen ?? null,
      reason: report.reason ?? '',
    })
    .onConflict((conflict) => conflict.columns(['venue_id', 'vaccine_id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  const rows = Object.entries(report.counts).map(([key, doses]) => ({
    ...place,
    report_id: row.id,
    category: key.slice(0, key.lastIndexOf('.')),
    dose_number: Number(key.slice(key.lastIndexOf('.') + 2)),
    doses,
  }));
  if (rows.length > 0) await tx.insertInto('report_counts').values(rows).execute();
  return true;
};

/** What each of the venue's last reports of a vaccine added, in doses, the newest first. */
export const loadPastIncreases = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
  limit: number,
): Promise<number[]> => {
  const { rows } = await sql<{ more: number }>`
    select doses - lead(doses, 1, 0) over (order by version desc) as more from (
      select version, doses from report_versions where venue_id = ${venueId} and vaccine_id = ${vaccineId}
      order by version desc limit ${limit + 1}) r
    order by version desc limit ${limit}`.execute(tx);
  return rows.map(({ more }) => more);
};

/** Did the venue report this vaccine in this クール? */
export const hasReported = async (tx: Tx, venueId: number, vaccineId: number, cycleId: number): Promise<boolean> => {
  const row = await tx
    .selectFrom('report_versions')
    .select('id')
    .where('venue_id', '=', venueId)
    .where('vaccine_id', '=', vaccineId)
    .where('cycle_id', '=', cycleId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
