import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadWholesalerArea } from './wholesaler-areas.store.ts';
import type { WholesalerArea } from './wholesaler-areas.ts';

/** A row of the actor's 都道府県; anything else does not exist for it. */
export const ownArea = async ({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, areaId: number): Promise<WholesalerArea> => {
  const area = await loadWholesalerArea(tx, areaId);
  if (!area || !can(actor, 'wholesaler-area.assign', { prefectureCode: area.prefectureCode })) throw notFound();
  return area;
};
