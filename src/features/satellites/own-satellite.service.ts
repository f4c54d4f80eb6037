import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadSatellite, type Place } from './satellites.store.ts';
import type { Satellite } from './satellites.ts';

/** A satellite of the actor's municipality; anything else does not exist for it. */
export const ownSatellite = async ({ tx, actor }: Ctx, { venueId, vaccineId }: Place): Promise<Satellite> => {
  const satellite = await loadSatellite(tx, venueId, vaccineId);
  if (!satellite || !can(actor, 'satellite.link', satellite)) throw notFound();
  return satellite;
};
