import './demands.tables.ts';
import '../cycles/index.ts';
import '../venues/index.ts';
import '../vaccines/index.ts';
import { sql } from 'kysely';
import { type Boxes, boxes } from '../../kernel/quantities.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import { municipalitiesOf, prefectures } from '../areas/index.ts';
import type { AreaDemand, Demand, DemandChange, StorageChoice, VenueDemand } from './demands.ts';

const selectDemand = (tx: Tx) =>
  tx
    .selectFrom('demands as d')
    .leftJoin('organisations as proxy', 'proxy.id', 'd.proxy_org_id')
    .select([
      'd.id',
      'd.cycle_id as cycleId',
      'd.venue_id as venueId',
      'd.requested',
      'd.corrected',
      'd.correction_reason as correctionReason',
      'd.storage',
      'd.registered_at as registeredAt',
      'proxy.name as proxyName',
      'd.version',
    ])
    .$castTo<Demand>();

const demandByKey = prepared((db, { cycleId, venueId }: Pick<Demand, 'cycleId' | 'venueId'>) =>
  selectDemand(db).where('d.cycle_id', '=', cycleId).where('d.venue_id', '=', venueId),
);

/** What a venue registered for a クール; null: not entered. */
export const loadDemand = async (tx: Tx, cycleId: number, venueId: number): Promise<Demand | null> =>
  (await demandByKey(tx, { cycleId, venueId })).rows[0] ?? null;

type Place = { readonly venueId: number; readonly prefectureCode: string; readonly municipalityCode: string };
export type NewDemand = Place & {
  readonly cycleId: number;
  readonly requested: Boxes;
  readonly storage: StorageChoice | null;
  readonly at: Date;
  readonly userId: number;
  readonly orgId: number;
  readonly proxyOrgId: number | null;
  readonly reason?: string;
};

const firstDemand = prepared(
  (_, demand: NewDemand & { readonly reason: string }) => sql<{ id: number }>`
    with first as (
      insert into demands (cycle_id, venue_id, prefecture_code, municipality_code, requested, storage, registered_at,
        registered_by, proxy_org_id)
      values (${demand.cycleId}, ${demand.venueId}, ${demand.prefectureCode}, ${demand.municipalityCode},
        ${demand.requested}, ${demand.storage}, ${demand.at}, ${demand.userId}, ${demand.proxyOrgId})
      on conflict (cycle_id, venue_id) do nothing
      returning id, venue_id, prefecture_code, municipality_code, requested, storage, registered_at, registered_by
    ), kept as (
      insert into demand_history (demand_id, venue_id, prefecture_code, municipality_code, at, user_id, org_id,
        requested, storage, reason)
      select id, venue_id, prefecture_code, municipality_code, registered_at, registered_by, ${demand.orgId}::bigint,
        requested, storage, ${demand.reason}::text
      from first
    )
    select id from first`,
);

/** The first entry of a venue for a クール, with its line of the history; false when someone else was faster. */
export const insertDemand = async (tx: Tx, demand: NewDemand): Promise<boolean> =>
  (await firstDemand(tx, { ...demand, reason: demand.reason ?? '' })).rows.length > 0;

type Change =
  | Pick<NewDemand, 'requested' | 'storage' | 'at' | 'userId'>
  | { readonly corrected: Boxes | null; readonly reason: string | null };

const columnsOf = (change: Change) =>
  'requested' in change
    ? {
        requested: change.requested,
        storage: change.storage,
        corrected: null,
        correction_reason: null,
        registered_at: change.at,
        registered_by: change.userId,
        proxy_org_id: null,
      }
    : { corrected: change.corrected, correction_reason: change.corrected === null ? null : change.reason };

/** The venue's new amount (which takes a correction of the old one away), or a correction; false when it is stale. */
export const updateDemand = async (tx: Tx, { id, version }: Demand, change: Change): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('demands')
    .set({ ...columnsOf(change), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

type Entry = Place &
  Pick<Demand, 'requested' | 'corrected' | 'storage'> & {
    readonly demandId: number;
    readonly at: Date;
    readonly userId: number;
    readonly orgId: number;
    readonly reason?: string;
  };

const changed = prepared((db, entry: Entry & { readonly reason: string }) =>
  db.insertInto('demand_history').values({
    demand_id: entry.demandId,
    venue_id: entry.venueId,
    prefecture_code: entry.prefectureCode,
    municipality_code: entry.municipalityCode,
    at: entry.at,
    user_id: entry.userId,
    org_id: entry.orgId,
    requested: entry.requested,
    corrected: entry.corrected,
    storage: entry.storage,
    reason: entry.reason,
  }),
);

export const insertChange = async (tx: Tx, entry: Entry): Promise<void> => {
  await changed(tx, { ...entry, reason: entry.reason ?? '' });
};

/** The history of a demand, newest first. */
export const loadChanges = async (tx: Tx, demandId: number): Promise<DemandChange[]> =>
  tx
    .selectFrom('demand_history as h')
    .innerJoin('organisations as o', 'o.id', 'h.org_id')
    .where('h.demand_id', '=', demandId)
    .select(['h.at', 'o.name as orgName', 'h.requested', 'h.corrected', 'h.storage', 'h.reason'])
    .orderBy('h.id', 'desc')
    .$castTo<DemandChange>()
    .execute();

/** The approved 基本型 venues for the クール's vaccine, each with its demand where there is one. */
const demandsOfVenues = (tx: Tx, cycleId: number) =>
  tx
    .selectFrom('cycles as c')
    .innerJoin('venue_vaccines as h', (join) =>
      join.onRef('h.vaccine_id', '=', 'c.vaccine_id').on('h.role', '=', 'basic'),
    )
    .innerJoin('venue_directory as p', (join) =>
      join.onRef('p.venue_id', '=', 'h.venue_id').on('p.approved', '=', true),
    )
    .leftJoin('demands as d', (join) => join.onRef('d.cycle_id', '=', 'c.id').onRef('d.venue_id', '=', 'h.venue_id'))
    .where('c.id', '=', cycleId);

/** The demand of a municipality, venue by venue, by name. */
export const loadMunicipalDemands = async (tx: Tx, cycleId: number, municipalityCode: string): Promise<VenueDemand[]> =>
  demandsOfVenues(tx, cycleId)
    .innerJoin('venues as v', 'v.venue_id', 'h.venue_id')
    .where('p.municipality_code', '=', municipalityCode)
    .select([
      'p.venue_id as venueId',
      'p.code',
      'p.name',
      'd.requested',
      'd.corrected',
      'd.correction_reason as correctionReason',
      'd.storage',
      'v.freezers_75 as freezers75',
      'd.registered_at as registeredAt',
      sql<number | null>`coalesce(d.corrected, d.requested)`.as('effective'),
    ])
    .orderBy('p.name')
    .orderBy('p.venue_id')
    .$castTo<VenueDemand>()
    .execute();

type AreaKey = 'municipality_code' | 'prefecture_code';
type Area = { readonly code: string; readonly name: string };

const sumVenues = (tx: Tx, cycleId: number, by: AreaKey, prefectureCode?: string) =>
  demandsOfVenues(tx, cycleId)
    .$if(prefectureCode !== undefined, (query) => query.where('p.prefecture_code', '=', prefectureCode as string))
    .groupBy(`p.${by}`)
    .select([
      `p.${by} as code`,
      sql<number | null>`sum(coalesce(d.corrected, d.requested))`.as('sum'),
      sql<number | null>`sum(d.requested)`.as('requested'),
      sql<number>`count(d.id)`.as('entered'),
      sql<number>`count(*)`.as('venues'),
      sql<number>`count(distinct p.municipality_code)`.as('municipalities'),
    ])
    .execute();

const sumConfirmations = (tx: Tx, cycleId: number, by: AreaKey, prefectureCode?: string) =>
  tx
    .selectFrom('demand_confirmations as k')
    .where('k.cycle_id', '=', cycleId)
    .$if(prefectureCode !== undefined, (query) => query.where('k.prefecture_code', '=', prefectureCode as string))
    .groupBy(`k.${by}`)
    .select([`k.${by} as code`, sql<number>`sum(k.boxes)`.as('boxes'), sql<number>`count(*)`.as('municipalities')])
    .execute();

const byCode = <R extends { readonly code: string }>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.map((row) => [row.code, row]));

const sumAreas = async (
  tx: Tx,
  cycleId: number,
  by: AreaKey,
  areas: readonly Area[],
  prefectureCode?: string,
): Promise<AreaDemand[]> => {
  const venues = byCode(await sumVenues(tx, cycleId, by, prefectureCode));
  const confirmed = byCode(await sumConfirmations(tx, cycleId, by, prefectureCode));
  return areas.map(({ code, name }) => {
    const [row, confirmation] = [venues.get(code), confirmed.get(code)];
    return {
      code,
      name,
      sum: known(row?.sum),
      requestedSum: known(row?.requested),
      venuesEntered: row?.entered ?? 0,
      venuesMissing: (row?.venues ?? 0) - (row?.entered ?? 0),
      confirmedBoxes: known(confirmation?.boxes),
      municipalities: row?.municipalities ?? 0,
      municipalitiesConfirmed: confirmation?.municipalities ?? 0,
    };
  });
};

const known = (value: number | null | undefined): Boxes | null =>
  value === null || value === undefined ? null : boxes(value);

/** The municipalities of a prefecture by code, those without a 基本型 venue too. */
export const sumByMunicipality = (tx: Tx, cycleId: number, prefectureCode: string): Promise<AreaDemand[]> =>
  sumAreas(tx, cycleId, 'municipality_code', municipalitiesOf(prefectureCode), prefectureCode);

/** The 47 prefectures by code. */
export const sumByPrefecture = (tx: Tx, cycleId: number): Promise<AreaDemand[]> =>
  sumAreas(tx, cycleId, 'prefecture_code', prefectures());
