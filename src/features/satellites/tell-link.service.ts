import type { Ctx } from '../../platform/context.ts';
// The event 'news.told' is declared there.
import type {} from '../notices/index.ts';
import { type Basic, linkSubject, type Satellite } from './satellites.ts';

/** Tells the satellite, and the 基本型 of before and after; null: linked to none any more. */
export const tellLink = async (ctx: Ctx, satellite: Satellite, basic: Basic | null): Promise<void> => {
  const lines = [
    `ワクチン：${satellite.vaccineName}`,
    `サテライト型：${satellite.name}`,
    `基本型：${satellite.basicName ? `${satellite.basicName} → ` : ''}${basic?.name ?? '連携を解除しました'}`,
  ];
  const concerned = [satellite.venueId, basic?.id ?? null, satellite.basicVenueId].filter((id) => id !== null);
  for (const orgId of concerned)
    await ctx.emit('news.told', {
      orgId,
      kind: 'satellite.linked',
      title: 'サテライト型と基本型の連携が変更されました',
      lines,
      link: '/venue',
      from: ctx.actor.org.name,
      key: `${linkSubject(satellite)}:${basic?.id ?? 0}:${ctx.now.getTime()}:${orgId}`,
    });
};
