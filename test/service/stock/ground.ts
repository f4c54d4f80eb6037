import { sql } from 'kysely';
import { stockRoom } from '../../../src/features/stock/index.ts';
import { asDay } from '../../../src/kernel/calendar.ts';
import type { SystemCtx } from '../../../src/platform/context.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';
import { type Person, START } from '../../support/app/index.ts';

export const asVenue = <T>(db: Db, who: Person, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction({ role: 'web', settings: { 'app.reach': `v${who.orgId}` } }, work);

export const vaccineId = async (tx: Tx): Promise<number> =>
  Number((await sql<{ id: number }>`select min(id) as id from vaccines`.execute(tx)).rows[0]?.id);

let nextLot = 1;
/** What the deliveries room tells when a venue confirmed a receipt of one lot. */
export const receive = (
  db: Db,
  who: Person,
  lot: string,
  vials: number,
  at = START,
  expiry = '2021-09-30',
): Promise<void> =>
  asVenue(db, who, async (tx) => {
    const ctx: SystemCtx = { actor: null, now: at, tx, emit: async () => undefined, publicUrl: '' };
    await stockRoom.on?.['delivery.received']?.(ctx, {
      venueId: who.orgId,
      prefectureCode: '13',
      municipalityCode: '131032',
      vaccineId: await vaccineId(tx),
      dosesPerVial: 6,
      userId: who.userId,
      lots: [{ deliveryLotId: nextLot++, lot, expiry: asDay(expiry), vials }],
    });
  });
