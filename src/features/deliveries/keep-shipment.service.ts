import type { Ctx } from '../../platform/context.ts';
import { shipmentNews } from './deliveries.mail.ts';
import type { Distribution } from './distribution.ts';
import { sameLots } from './lots.ts';
import { saverOf, staleRow } from './rows.ts';
import { replaceLots, saveDistribution } from './save-rows.store.ts';
import { type Shipment, sameShipment } from './shipment-changes.ts';

/** S9: keeps what the maker says about a row and tells the venue; nothing new = nothing happens. `input` is blamed. */
export const keepShipment = async (ctx: Ctx, row: Distribution, shipment: Shipment, input: string): Promise<void> => {
  if (sameShipment(row, shipment)) return;
  const { lots, ...days } = shipment;
  if (!(await saveDistribution(ctx.tx, row, days, saverOf(ctx)))) throw staleRow(row, input);
  if (!sameLots(row.lots, lots)) await replaceLots(ctx.tx, row, lots);
  await ctx.emit('news.told', shipmentNews({ ...row, ...days, lots: row.lots, version: row.version + 1 }, lots));
};
