import { dayOf } from '../../kernel/calendar.ts';
import type { Events } from '../../kernel/event.ts';
import type { SystemCtx } from '../../platform/context.ts';
import '../deliveries/index.ts';
import { enterLedger } from './ledger.store.ts';

/** 受領確認 → the ledger, in the same transaction: one entry a lot, none for a lot of which nothing came. */
export const enterReceipt = async (
  { tx, now }: SystemCtx,
  { lots, ...receipt }: Events['delivery.received'],
): Promise<void> =>
  enterLedger(
    tx,
    lots
      .filter(({ vials }) => vials > 0)
      .map(({ deliveryLotId, lot, expiry, vials }) => ({
        ...receipt,
        kind: 'receipt',
        lot,
        expiry,
        vials,
        day: dayOf(now),
        source: 'delivery_lot',
        sourceId: deliveryLotId,
      })),
    now,
  );
