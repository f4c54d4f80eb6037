import type { Ctx } from '../../platform/context.ts';
import { loadOffice } from '../accounts/index.ts';
import { differenceNews } from './deliveries.mail.ts';
import type { Distribution } from './distribution.ts';
import type { CountedLot } from './receipt.ts';

/** Who has to know that a venue counted something else: wholesaler, maker and municipality, each with a page of its own. */
export const tellDifference = async (ctx: Ctx, row: Distribution, lots: readonly CountedLot[]): Promise<void> => {
  const office = await loadOffice(ctx.tx, row.municipalityCode);
  const told: readonly (readonly [number | null, string])[] = [
    [row.wholesalerId, `/deliveries/${row.id}`],
    [row.makerId, `/shipments/${row.id}`],
    [office, `/distributions/offices?cycle=${row.cycleId}&state=differing`],
  ];
  for (const [orgId, link] of told)
    if (orgId !== null) await ctx.emit('news.told', differenceNews(row, lots, orgId, link));
};
