import './allocations.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { StorageChoice } from '../demands/index.ts';
import type { DistributionPlan, StandingItem } from './distribution-plan.ts';
import type { Giver } from './sheet.ts';

/** The rows that stand for the venues of a municipality, locked against being shipped or delivered meanwhile. */
export const lockDistributions = async (
  tx: Tx,
  cycleId: number,
  { municipalityCode }: Giver,
): Promise<StandingItem[]> =>
  tx
    .selectFrom('distributions')
    .select([
      'id',
      'venue_id as venueId',
      'item',
      'units',
      'pieces',
      'doses',
      'doses_per_vial as dosesPerVial',
      sql<boolean>`ship_day is not null`.as('shipped'),
      sql<boolean>`delivered_at is not null or received_at is not null`.as('delivered'),
    ])
    .where('cycle_id', '=', cycleId)
    .where('municipality_code', '=', municipalityCode)
    .where('cancelled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .$castTo<StandingItem>()
    .execute();

/** What the new rows have in common. */
export type RowFrame = {
  readonly cycleId: number;
  readonly sheetId: number;
  readonly giver: Giver;
  readonly at: Date;
  readonly makerId: number;
  readonly wholesalerId: number | null;
  readonly storageOf: (venueId: number) => StorageChoice | null;
};

/** One statement takes 65,535 values. */
const rowsAtOnce = 1000;

/** Brings the rows to what the plan says. */
export const writeDistributions = async (tx: Tx, plan: DistributionPlan, frame: RowFrame): Promise<void> => {
  const { cycleId, sheetId, giver, at, makerId, wholesalerId, storageOf } = frame;
  for (let from = 0; from < plan.create.length; from += rowsAtOnce)
    await tx
      .insertInto('distributions')
      .values(
        plan.create.slice(from, from + rowsAtOnce).map(({ venueId, dosesPerVial, ...row }) => ({
          ...row,
          doses_per_vial: dosesPerVial,
          cycle_id: cycleId,
          sheet_id: sheetId,
          venue_id: venueId,
          prefecture_code: giver.prefectureCode ?? '',
          municipality_code: giver.municipalityCode ?? '',
          storage: row.item === 'vaccine' ? storageOf(venueId) : null,
          maker_id: row.item === 'vaccine' ? makerId : null,
          wholesaler_id: wholesalerId,
          fixed_at: at,
        })),
      )
      .execute();
  for (const { id, units, pieces, doses } of plan.change)
    await tx
      .updateTable('distributions')
      .set((e) => ({
        units,
        pieces,
        doses,
        sheet_id: sheetId,
        fixed_at: at,
        wholesaler_id: e.fn.coalesce('wholesaler_id', e.val(wholesalerId)),
        version: e('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  if (plan.cancel.length > 0)
    await tx
      .updateTable('distributions')
      .set((e) => ({ cancelled_at: at, version: e('version', '+', 1) }))
      .where('id', 'in', plan.cancel)
      .execute();
};
