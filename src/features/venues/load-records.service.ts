import type { Actor } from '../../kernel/policy.ts';
import type { Ctx } from '../../platform/context.ts';
import { reachOf } from '../../policy.ts';
import { loadVenueIds, type VenueFilter } from './venue-list.store.ts';
import { loadRecords } from './venue-values.store.ts';
import type { VenueRecord } from './venue-values.ts';

/** The area whose venues an office lists; both null: the whole country. */
export const areaOf = (actor: Actor): Pick<VenueFilter, 'prefectureCode' | 'municipalityCode'> => {
  const { prefectureCode, municipalityCode } = actor.org;
  const all = reachOf(actor, 'venue.list').includes('all');
  return all ? { prefectureCode: null, municipalityCode: null } : { prefectureCode, municipalityCode };
};

const batch = 500;

/** Every venue of the list with all its fields, a batch at a time, so that a whole country never stands in memory. */
export async function* recordsOf(
  { tx, actor }: Pick<Ctx, 'tx' | 'actor'>,
  { q, state }: Pick<VenueFilter, 'q' | 'state'>,
): AsyncGenerator<readonly VenueRecord[]> {
  const filter = { ...areaOf(actor), q, state };
  for (let after: number | undefined; ; ) {
    const ids = await loadVenueIds(tx, filter, batch, after);
    if (ids.length > 0) yield await loadRecords(tx, ids);
    if (ids.length < batch) return;
    after = ids.at(-1);
  }
}
