import './lots.tables.ts';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { LotChangeKind } from './lots.ts';

type NewChange = {
  readonly vaccineId: number;
  readonly lot: string;
  readonly kind: LotChangeKind;
  readonly expiryFrom: Day | null;
  readonly expiryTo: Day | null;
  readonly reason: string;
  readonly at: Date;
  readonly userId: number;
};

/** Changes a lot that stands at a version (0: not known yet) and writes down why; null when someone else was faster. */
export const saveLotChange = async (tx: Tx, change: NewChange, version: number): Promise<number | null> => {
  const { vaccineId, lot, kind, at, reason } = change;
  await tx
    .insertInto('vaccine_lots')
    .values({
      vaccine_id: vaccineId,
      lot,
      announced_expiry: null,
      expiry: null,
      stopped_at: null,
      first_seen_at: at,
      version: 0,
    })
    .onConflict((conflict) => conflict.columns(['vaccine_id', 'lot']).doNothing())
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('vaccine_lots')
    .set({
      version: version + 1,
      ...(kind === 'extended' && { expiry: change.expiryTo }),
      ...(kind === 'stopped' && { stopped_at: at, stop_reason: reason }),
      ...(kind === 'resumed' && { stopped_at: null, stop_reason: '' }),
    })
    .where('vaccine_id', '=', vaccineId)
    .where('lot', '=', lot)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return null;
  const row = await tx
    .insertInto('lot_changes')
    .values({
      vaccine_id: vaccineId,
      lot,
      kind,
      expiry_from: change.expiryFrom,
      expiry_to: change.expiryTo,
      reason,
      at,
      user_id: change.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};
