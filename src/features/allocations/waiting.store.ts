import './allocations.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { giverAbove, receiverKeyOf } from './giver.ts';
import type { Giver } from './sheet.ts';

export type OwnState = { readonly cycleId: number; readonly fixed: boolean; readonly correcting: boolean };

/** Where a giver's own sheets stand, one a クール that has any. */
export const loadOwnStates = async (tx: Tx, { level, prefectureCode, municipalityCode }: Giver): Promise<OwnState[]> =>
  tx
    .selectFrom('allocation_sheets')
    .select([
      'cycle_id as cycleId',
      sql<boolean>`bool_or(state = 'fixed')`.as('fixed'),
      sql<boolean>`bool_or(state = 'draft' and revision > 1)`.as('correcting'),
    ])
    .where('level', '=', level)
    .where('prefecture_code', 'is not distinct from', prefectureCode)
    .where('municipality_code', 'is not distinct from', municipalityCode)
    .groupBy('cycle_id')
    .execute();

/** Boxes that came in for a giver, by クール; only from fixed sheets. None for 国. */
export const loadIncomings = async (tx: Tx, giver: Giver): Promise<Map<number, number>> => {
  const above = giverAbove(giver);
  if (!above) return new Map();
  const rows = await tx
    .selectFrom('allocation_sheets as s')
    .innerJoin('allocation_lines as l', 'l.sheet_id', 's.id')
    .select(['s.cycle_id as cycleId', sql<number>`coalesce(sum(l.units), 0)::bigint`.as('units')])
    .where('s.level', '=', above.level)
    .where('s.prefecture_code', 'is not distinct from', above.prefectureCode)
    .where('s.state', '=', 'fixed')
    .where('l.receiver', '=', receiverKeyOf(giver))
    .groupBy('s.cycle_id')
    .execute();
  return new Map(rows.map(({ cycleId, units }) => [cycleId, units]));
};
