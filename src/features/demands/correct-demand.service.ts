import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import { type Boxes, boxes } from '../../kernel/quantities.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { Venue } from '../venues/index.ts';
import type { correctDemandForm } from './correct-demand.form.ts';
import { demandCorrected, demandEnteredFor } from './demand-news.ts';
import { insertChange, insertDemand, loadDemand, updateDemand } from './demands.store.ts';
import { storageFault, storagesFor } from './demands.ts';
import { loadCorrection } from './load-correction.service.ts';
import { staleDemand } from './register-demand.service.ts';

type Input = InputOf<typeof correctDemandForm>;
type Where = { readonly cycleId: number; readonly venueId: number };

/** S4: corrects what a venue registered, or enters for one that did not; the venue is told, both amounts are kept. */
export const correctDemand = async (ctx: Ctx, where: Where, input: Input): Promise<Outcome> => {
  const { tx, now, actor } = ctx;
  const { cycle, venue, vaccine, demand, phase } = await loadCorrection(ctx, where);
  if (phase === 'before' || cycle.state !== 'planned')
    throw conflict(`${phase === 'before' ? '登録期間がまだ始まっていない' : '終了した'}クールのため、変更できません。`);
  if ((demand?.version ?? 0) !== (ctx.version ?? 0)) throw await staleDemand(ctx, demand);

  const amount = boxes(input.amount);
  const place = { venueId: venue.id, prefectureCode: venue.prefectureCode, municipalityCode: venue.municipalityCode };
  const by = { at: now, userId: actor.userId, orgId: actor.org.id, reason: input.reason };
  if (demand) {
    const corrected: Boxes | null = amount === demand.requested ? null : amount;
    if (amount === (demand.corrected ?? demand.requested))
      throw invalid({ amount: '今の値と同じです。修正後の納入希望量を入力してください。' });
    if (!(await updateDemand(tx, demand, { corrected, reason: input.reason }))) throw await staleDemand(ctx, demand);
    await insertChange(tx, {
      ...place,
      ...by,
      demandId: demand.id,
      requested: demand.requested,
      storage: demand.storage,
      corrected,
    });
    await ctx.emit('news.told', demandCorrected(cycle, vaccine, demand, amount, input.reason, actor.org.name));
  } else {
    const storage = chosenStorage(input, vaccine, venue);
    const entry = { ...place, ...by, requested: amount, storage };
    if (!(await insertDemand(tx, { ...entry, cycleId: cycle.id, proxyOrgId: actor.org.id })))
      throw await staleDemand(ctx, await loadDemand(tx, cycle.id, venue.id));
    await ctx.emit('news.told', demandEnteredFor(cycle, vaccine, venue.id, amount, input.reason, actor.org));
  }
  ctx.note(
    `venue:${venue.id}`,
    { cycle: cycle.id, from: demand?.corrected ?? demand?.requested ?? null, to: amount },
    venue.id,
  );
  const area = actor.org.kind === 'municipality' ? '' : `&area=${venue.municipalityCode}`;
  return done(`/demands?cycle=${cycle.id}${area}&saved=${venue.id}`);
};

const chosenStorage = ({ storage }: Input, { asksStorage }: Vaccine, { freezers75 }: Venue) => {
  const allowed = storagesFor(asksStorage, freezers75);
  const fault = storageFault(storage, allowed);
  if (fault) throw invalid({ storage: fault });
  return allowed.length === 0 ? null : storage;
};
