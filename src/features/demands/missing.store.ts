import './demands.tables.ts';
import '../venues/index.ts';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Cycle } from '../cycles/index.ts';

/** The approved 基本型 venues of a municipality that have entered nothing, by name. */
export const loadMissingByName = async (
  tx: Tx,
  { id, vaccineId }: Cycle,
  municipalityCode: string,
): Promise<{ venueId: number; name: string; code: string }[]> =>
  tx
    .selectFrom('venue_vaccines as h')
    .innerJoin('venue_directory as p', 'p.venue_id', 'h.venue_id')
    .leftJoin('demands as d', (join) => join.onRef('d.venue_id', '=', 'h.venue_id').on('d.cycle_id', '=', id))
    .where('h.vaccine_id', '=', vaccineId)
    .where('h.role', '=', 'basic')
    .where('p.approved', '=', true)
    .where('p.municipality_code', '=', municipalityCode)
    .where('d.id', 'is', null)
    .select(['p.venue_id as venueId', 'p.name', 'p.code'])
    .orderBy('p.name')
    .orderBy('p.venue_id')
    .execute();

/** When each of these was reminded last about a クール. */
export const loadReminders = async (tx: Tx, cycleId: number, orgIds: readonly number[]): Promise<Map<number, Date>> => {
  if (orgIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('demand_reminders')
    .select(({ fn }) => ['org_id as orgId', fn.max('at').as('at')])
    .where('cycle_id', '=', cycleId)
    .where('org_id', 'in', orgIds)
    .groupBy('org_id')
    .execute();
  return new Map(rows.map(({ orgId, at }) => [orgId, at]));
};

type NewReminder = {
  readonly orgId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string | null;
};

/** Notes the reminders of a day; gives who was not reminded on it before, also by someone at the same moment. */
export const insertReminders = async (
  tx: Tx,
  cycleId: number,
  whom: readonly NewReminder[],
  { day, at, byOrgId }: { readonly day: Day; readonly at: Date; readonly byOrgId: number },
): Promise<Set<number>> => {
  if (whom.length === 0) return new Set();
  const rows = await tx
    .insertInto('demand_reminders')
    .values(
      whom.map(({ orgId, prefectureCode, municipalityCode }) => ({
        cycle_id: cycleId,
        org_id: orgId,
        day,
        by_org_id: byOrgId,
        at,
        prefecture_code: prefectureCode,
        municipality_code: municipalityCode,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('org_id')
    .execute();
  return new Set(rows.map(({ org_id }) => org_id));
};
