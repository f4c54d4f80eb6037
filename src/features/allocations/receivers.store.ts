import './allocations.tables.ts';
import '../venues/index.ts';
import { sql } from 'kysely';
import type { Vials } from '../../kernel/quantities.ts';
import type { Tx } from '../../platform/db/index.ts';
import {
  type AreaDemand,
  loadMunicipalDemands,
  sumByMunicipality,
  sumByPrefecture,
  type VenueDemand,
} from '../demands/index.ts';
import { loadFixedBelow } from './incoming.store.ts';
import type { Receiver } from './receiver.ts';
import type { Giver, Line } from './sheet.ts';

/** All that a giver can give to, in the order of the list, each with its demand; also those that only `lines` still name. */
export const loadReceivers = async (
  tx: Tx,
  cycleId: number,
  giver: Giver,
  vialsPerUnit: number,
  lines: readonly Line[],
): Promise<Receiver[]> => {
  const { level, prefectureCode, municipalityCode } = giver;
  if (level === 'municipal') return loadVenues(tx, cycleId, municipalityCode ?? '', lines);
  const areas =
    level === 'national'
      ? await sumByPrefecture(tx, cycleId)
      : await sumByMunicipality(tx, cycleId, prefectureCode ?? '');
  const below = await loadFixedBelow(tx, cycleId, giver, vialsPerUnit);
  return areas.map((area) => fromArea(area, below.get(area.code) ?? null));
};

const fromArea = (area: AreaDemand, fixedBelow: Vials | null): Receiver => ({
  key: area.code,
  name: area.name,
  code: null,
  requested: area.requestedSum,
  confirmed: area.confirmedBoxes,
  confirmations: { done: area.municipalitiesConfirmed, of: area.municipalities },
  fixedBelow,
  doctors: null,
  hasRequest: null,
  storage: null,
  handles: true,
});

const loadVenues = async (
  tx: Tx,
  cycleId: number,
  municipalityCode: string,
  lines: readonly Line[],
): Promise<Receiver[]> => {
  const demands = await loadMunicipalDemands(tx, cycleId, municipalityCode);
  const known = new Set(demands.map(({ venueId }) => String(venueId)));
  const former = await loadFormerVenues(
    tx,
    lines.map(({ receiver }) => receiver).filter((key) => !known.has(key)),
    municipalityCode,
  );
  const all = [
    ...demands.map((demand) => ({ demand, handles: true })),
    ...former.map((demand) => ({ demand, handles: false })),
  ];
  const doctors = await countDoctorsOf(
    tx,
    all.map(({ demand }) => demand.venueId),
  );
  return all.map(({ demand, handles }) => ({
    key: String(demand.venueId),
    name: demand.name,
    code: demand.code,
    requested: demand.requested,
    confirmed: demand.effective,
    confirmations: null,
    fixedBelow: null,
    doctors: doctors.get(demand.venueId) ?? 0,
    hasRequest: demand.requested !== null,
    storage: demand.storage ?? null,
    handles,
  }));
};

type VenueFacts = Pick<VenueDemand, 'venueId' | 'name' | 'code' | 'requested' | 'effective' | 'storage'>;

/** Venues of the municipality that once got something and no longer stand on its list. */
const loadFormerVenues = async (tx: Tx, keys: readonly string[], municipalityCode: string): Promise<VenueFacts[]> => {
  if (keys.length === 0) return [];
  const rows = await tx
    .selectFrom('venue_directory')
    .select(['venue_id as venueId', 'name', 'code'])
    .where('venue_id', 'in', [...new Set(keys)].map(Number))
    .where('municipality_code', '=', municipalityCode)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, requested: null, effective: null, storage: null }));
};

const countDoctorsOf = async (tx: Tx, venueIds: readonly number[]): Promise<Map<number, number>> => {
  if (venueIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('doctors')
    .select(['venue_id', sql<number>`count(*)`.as('count')])
    .where('venue_id', 'in', venueIds)
    .groupBy('venue_id')
    .execute();
  return new Map(rows.map(({ venue_id, count }) => [venue_id, count]));
};
