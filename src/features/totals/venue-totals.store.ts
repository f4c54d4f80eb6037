import './totals.tables.ts';
import '../deliveries/index.ts';
import '../demands/index.ts';
import '../reports/index.ts';
import '../venues/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type DoseCell, nothing, type TotalsRow } from './totals.ts';

type Asked = { readonly vaccineId: number; readonly cycleId: number | null };
/** One venue, with what tells its lines from others. */
export type VenueRow = TotalsRow & { readonly venueCode: string };

const inCycle = (column: string, cycleId: number | null) =>
  cycleId === null ? sql`true` : sql`${sql.ref(column)} = ${cycleId}`;

/**
 * The approved venues of a municipality that handle the vaccine, by name, read from their entries; one venue if given.
 * Stock is not part of it.
 */
export const loadVenueTotals = async (
  tx: Tx,
  { vaccineId, cycleId, municipalityCode, venueId }: Asked & { municipalityCode: string; venueId?: number },
): Promise<VenueRow[]> => {
  const { rows } = await sql<{
    venueId: number;
    code: string;
    name: string;
    basic: boolean;
    demand: number | null;
    demands: number;
    units: number | null;
    distributed: number | null;
    received: number | null;
    doses: number | null;
    discarded: number | null;
    at: Date | null;
  }>`
    with versions as (
      select venue_id, cycle_id, registered_at,
        doses - lag(doses, 1, 0) over earlier as doses,
        discarded_vials - lag(discarded_vials, 1, 0) over earlier as discarded
      from report_versions where vaccine_id = ${vaccineId} and municipality_code = ${municipalityCode}
      window earlier as (partition by venue_id order by version)
    ), reported as (
      select venue_id, sum(doses) as doses, sum(discarded) as discarded, max(registered_at) as at
      from versions where ${inCycle('cycle_id', cycleId)} group by venue_id
    ), asked as (
      select d.venue_id, sum(coalesce(d.corrected, d.requested)) as units from demands d join cycles c on c.id = d.cycle_id
      where c.vaccine_id = ${vaccineId} and d.municipality_code = ${municipalityCode} and ${inCycle('d.cycle_id', cycleId)}
      group by d.venue_id
    ), given as (
      select d.venue_id, sum(d.units) as units, sum(d.pieces) as vials, sum(l.received) as received
      from distributions d join cycles c on c.id = d.cycle_id
      left join (select distribution_id, sum(received_vials) as received from delivery_lots
        where municipality_code = ${municipalityCode} group by 1) l on l.distribution_id = d.id
      where c.vaccine_id = ${vaccineId} and d.municipality_code = ${municipalityCode} and d.item = 'vaccine'
        and d.cancelled_at is null and ${inCycle('d.cycle_id', cycleId)}
      group by d.venue_id
    )
    select p.venue_id as "venueId", p.code, p.name, h.role = 'basic' as basic, a.units as demand,
      (a.venue_id is not null)::integer as demands, g.units, g.vials as distributed, g.received, r.doses, r.discarded, r.at
    from venue_vaccines h join venue_directory p on p.venue_id = h.venue_id and p.approved
    left join asked a on a.venue_id = h.venue_id
    left join given g on g.venue_id = h.venue_id
    left join reported r on r.venue_id = h.venue_id
    where h.vaccine_id = ${vaccineId} and p.municipality_code = ${municipalityCode}
      and (${venueId ?? null}::bigint is null or h.venue_id = ${venueId ?? null})
    order by p.name, p.venue_id`.execute(tx);
  return rows.map((row) => ({
    ...nothing,
    key: String(row.venueId),
    name: row.name,
    venueCode: row.code,
    demandUnits: known(row.demand),
    demandVenues: row.demands,
    basicVenues: row.basic ? 1 : 0,
    allocatedUnits: known(row.units),
    distributedVials: known(row.distributed),
    receivedVials: known(row.received),
    doses: known(row.doses),
    discardedVials: known(row.discarded),
    reportedVenues: row.at ? 1 : 0,
    venues: 1,
    reportedAt: row.at,
  }));
};

/** `sum()` comes as text or number, depending on its type. */
const known = (value: number | string | null): number | null => (value === null ? null : Number(value));

/** 延べ回数 of one venue by the day of its reports. */
export const loadVenueDays = async (
  tx: Tx,
  venueId: number,
  { vaccineId, cycleId }: Asked,
): Promise<{ day: Day; doses: number }[]> => {
  const { rows } = await sql<{ day: Day; doses: number }>`
    select day, sum(doses)::integer as doses from (
      select jst_day(registered_at) as day, cycle_id, doses - lag(doses, 1, 0) over (order by version) as doses
      from report_versions where venue_id = ${venueId} and vaccine_id = ${vaccineId}
    ) v where ${inCycle('cycle_id', cycleId)} group by day order by day`.execute(tx);
  return rows;
};

/** Doses of one venue by category and number. */
export const loadVenueCells = async (tx: Tx, venueId: number, { vaccineId, cycleId }: Asked): Promise<DoseCell[]> => {
  const { rows } = await sql<DoseCell>`
    select category, dose_number as "doseNumber", sum(doses)::integer as doses from (
      select c.category, c.dose_number, r.cycle_id,
        c.doses - lag(c.doses, 1, 0) over (partition by c.category, c.dose_number order by r.version) as doses
      from report_versions r join report_counts c on c.report_id = r.id
      where r.venue_id = ${venueId} and r.vaccine_id = ${vaccineId}
    ) v where ${inCycle('cycle_id', cycleId)} group by 1, 2`.execute(tx);
  return rows;
};
