import { formatInstant } from '../../kernel/calendar.ts';
import { conflict, invalid, notFound, type Problem, stale } from '../../kernel/problem.ts';
import { type Boxes, boxes } from '../../kernel/quantities.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadOffice } from '../accounts/index.ts';
import { type Cycle, registrationPhase } from '../cycles/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { Venue } from '../venues/index.ts';
import { periodText } from './deadlines.ts';
import { correctionReplaced } from './demand-news.ts';
import { insertChange, insertDemand, loadChanges, loadDemand, updateDemand } from './demands.store.ts';
import { type Demand, type StorageChoice, storageFault, storagesFor } from './demands.ts';

/** Whose request it is and for what, as the caller has just read it; `former`: what stood when the form was opened. */
type DemandPlace = {
  readonly cycle: Cycle;
  readonly venue: Venue;
  readonly vaccine: Vaccine;
  readonly former: Demand | null;
};
type DemandRequest = { readonly requested: number; readonly storage: StorageChoice | null };

const closed = (cycle: Cycle, now: Date): Problem =>
  conflict(
    registrationPhase(cycle, now) === 'before'
      ? `納入希望量の登録期間はまだ始まっていません（登録期間：${periodText(cycle)}）。`
      : `納入希望量の登録期間は終了しました（登録期間：${periodText(cycle)}）。変更が必要な場合は、市町村にご連絡ください。`,
  );

/** Someone else saved this demand first. */
export const staleDemand = async ({ tx, now }: Pick<Ctx, 'tx' | 'now'>, demand: Demand | null): Promise<Problem> => {
  const [last] = demand ? await loadChanges(tx, demand.id) : [];
  return stale(last?.orgName ?? 'ほかの利用者', formatInstant(last?.at ?? demand?.registeredAt ?? now));
};

/** M2.4-3 (S2): the own 基本型 venue's 納入希望量 of a クール, in its 登録期間; again within it replaces the former. */
export const registerDemand = async (
  ctx: Ctx,
  { cycle, venue, vaccine, former }: DemandPlace,
  request: DemandRequest,
): Promise<void> => {
  const { tx, now, actor } = ctx;
  if (cycle.vaccineId !== vaccine.id || !can(actor, 'demand.register', { orgId: venue.id })) throw notFound();
  if (cycle.state !== 'planned' || registrationPhase(cycle, now) !== 'open') throw closed(cycle, now);

  const allowed = storagesFor(vaccine.asksStorage, venue.freezers75);
  const fault = storageFault(request.storage, allowed);
  if (fault && request.requested > 0) throw invalid({ storage: fault });
  const storage = allowed.find((one) => one === request.storage) ?? null;

  const requested: Boxes = boxes(request.requested);
  const place = { venueId: venue.id, prefectureCode: venue.prefectureCode, municipalityCode: venue.municipalityCode };
  const entry = { ...place, requested, storage, at: now, userId: actor.userId, orgId: actor.org.id };
  const saved = former
    ? await updateDemand(tx, former, entry)
    : await insertDemand(tx, { ...entry, cycleId: cycle.id, proxyOrgId: null });
  if (!saved) throw await staleDemand(ctx, await loadDemand(tx, cycle.id, venue.id));
  if (former) await insertChange(tx, { ...entry, demandId: former.id, corrected: null });
  const office = former && former.corrected !== null ? await loadOffice(tx, venue.municipalityCode) : null;
  if (former && office !== null)
    await ctx.emit('news.told', correctionReplaced(cycle, vaccine, office, venue.name, former, requested));
  ctx.note(`venue:${venue.id}`, {
    cycle: cycle.id,
    requested: { from: former?.requested ?? null, to: requested },
    storage,
  });
};
