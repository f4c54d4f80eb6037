import './deliveries.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import { type Vials, vials } from '../../kernel/quantities.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Distribution } from './distribution.ts';
import type { NewLot } from './lots.ts';

export type Patch = {
  readonly shipDay?: Day | null;
  readonly nextExchangeDay?: Day | null;
  readonly afterNextExchangeDay?: Day | null;
  readonly deliveryDay?: Day | null;
  readonly deliveredAt?: Date | null;
  readonly receivedAt?: Date;
};

type Saver = { readonly userId: number; readonly now: Date };

const has = (patch: Patch, key: keyof Patch): boolean => key in patch;

/** Writes a row that still has the version it was read with; false when somebody was faster. */
export const saveDistribution = async (
  tx: Tx,
  { id, version }: Pick<Distribution, 'id' | 'version'>,
  patch: Patch,
  { userId, now }: Saver,
): Promise<boolean> => {
  const saved = { saved_at: now, saved_by: userId };
  const { numUpdatedRows } = await tx
    .updateTable('distributions')
    .set({
      version: sql`version + 1`,
      ...saved,
      ...(has(patch, 'shipDay') && { ship_day: patch.shipDay }),
      ...(has(patch, 'nextExchangeDay') && { next_exchange_day: patch.nextExchangeDay }),
      ...(has(patch, 'afterNextExchangeDay') && { after_next_exchange_day: patch.afterNextExchangeDay }),
      ...(has(patch, 'deliveryDay') && { delivery_day: patch.deliveryDay }),
      ...(has(patch, 'deliveredAt') && {
        delivered_at: patch.deliveredAt,
        delivered_by: patch.deliveredAt === null ? null : userId,
      }),
      ...(has(patch, 'receivedAt') && { received_at: patch.receivedAt, received_by: userId }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Replaces what was said about the lots of a row. */
export const replaceLots = async (tx: Tx, row: Distribution, lots: readonly NewLot[]): Promise<void> => {
  await tx.deleteFrom('delivery_lots').where('distribution_id', '=', row.id).execute();
  for (const lot of lots) await insertLot(tx, row, lot, null);
};

/** Adds a lot; `received` is what the venue counted, null before 受領確認. Gives its id. */
export const insertLot = async (
  tx: Tx,
  row: Distribution,
  { lot, expiry, vials: announced }: NewLot,
  received: Vials | null,
): Promise<number> => {
  const inserted = await tx
    .insertInto('delivery_lots')
    .values({
      distribution_id: row.id,
      venue_id: row.venueId,
      prefecture_code: row.prefectureCode,
      municipality_code: row.municipalityCode,
      maker_id: row.makerId,
      wholesaler_id: row.wholesalerId,
      lot,
      expiry,
      vials: announced,
      received_vials: received,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return inserted.id;
};

/** A lot that nobody announced. */
export const unannounced = (lot: string, expiry: Day | null): NewLot => ({ lot, expiry, vials: vials(0) });

/** Keeps what the venue counted of an announced lot. */
export const saveCount = async (tx: Tx, lotId: number, received: Vials): Promise<void> => {
  await tx.updateTable('delivery_lots').set({ received_vials: received }).where('id', '=', lotId).execute();
};
