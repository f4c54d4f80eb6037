import './reports.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import { cellKey, type Figures, type Report, type ReportShape, totalDoses } from './reports.ts';

const shapeOn = prepared(
  (_, { day }: { readonly day: Day }) => sql<{ categories: ReportShape['categories']; numbers: number[] }>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'label', label) order by position), '[]')
        from report_categories where from_day <= ${day} and (to_day is null or to_day >= ${day})) as categories,
      (select coalesce(jsonb_agg(number order by number), '[]')
        from report_dose_numbers where from_day <= ${day} and (to_day is null or to_day >= ${day})) as numbers
  `,
);

/** Rows and columns asked for on a day. */
export const loadShape = async (tx: Tx, day: Day): Promise<ReportShape> => {
  const { rows } = await shapeOn(tx, { day });
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

type ReportKey = { readonly venueId: number; readonly vaccineId: number };

const lastReport = prepared((db, { venueId, vaccineId }: ReportKey) =>
  db
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
    .limit(1),
);

/** What a venue registered last for a vaccine; null before the first report. */
export const loadReport = async (tx: Tx, venueId: number, vaccineId: number): Promise<Report | null> => {
  const {
    rows: [row],
  } = await lastReport(tx, { venueId, vaccineId });
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

/** A version and its counts: one cell each in the three lists. */
type Written = Required<Omit<NewReport, 'disposalsSeen'>> & {
  readonly disposalsSeen: number | null;
  readonly doses: number;
  readonly categories: readonly string[];
  readonly doseNumbers: readonly number[];
  readonly cells: readonly number[];
};

const write = prepared(
  (_, report: Written) => sql<{ id: number }>`
    with written as (
      insert into report_versions (venue_id, prefecture_code, municipality_code, vaccine_id, cycle_id, version, doses,
        discarded_vials, registered_at, registered_by, disposals_seen, reason)
      values (${report.venueId}, ${report.prefectureCode}, ${report.municipalityCode}, ${report.vaccineId},
        ${report.cycleId}, ${report.version}, ${report.doses}, ${report.discardedVials}, ${report.at},
        ${report.userId}, ${report.disposalsSeen}, ${report.reason})
      on conflict (venue_id, vaccine_id, version) do nothing
      returning id, venue_id, prefecture_code, municipality_code
    ), counted as (
      insert into report_counts (venue_id, prefecture_code, municipality_code, report_id, category, dose_number, doses)
      select venue_id, prefecture_code, municipality_code, id, category, dose_number, cell
      from written, unnest(${report.categories}::text[], ${report.doseNumbers}::int[], ${report.cells}::int[])
        as c(category, dose_number, cell)
    )
    select id from written`,
);

/** Adds the next version of a report; false when someone else was faster. */
export const insertReport = async (tx: Tx, report: NewReport): Promise<boolean> => {
  const cells = Object.entries(report.counts);
  const { rows } = await write(tx, {
    ...report,
    disposalsSeen: report.disposalsSeen ?? null,
    reason: report.reason ?? '',
    doses: totalDoses(report.counts),
    categories: cells.map(([key]) => key.slice(0, key.lastIndexOf('.'))),
    doseNumbers: cells.map(([key]) => Number(key.slice(key.lastIndexOf('.') + 2))),
    cells: cells.map(([, doses]) => doses),
  });
  return rows.length > 0;
};

const pastIncreases = prepared(
  (_, { venueId, vaccineId, limit }: ReportKey & { readonly limit: number }) => sql<{ more: number }>`
    select doses - lead(doses, 1, 0) over (order by version desc) as more from (
      select version, doses from report_versions where venue_id = ${venueId} and vaccine_id = ${vaccineId}
      order by version desc limit ${limit}::int + 1) r
    order by version desc limit ${limit}`,
);

/** What each of the venue's last reports of a vaccine added, in doses, the newest first. */
export const loadPastIncreases = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
  limit: number,
): Promise<number[]> => {
  const { rows } = await pastIncreases(tx, { venueId, vaccineId, limit });
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
