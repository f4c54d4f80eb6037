import type { InputOf } from '../../kernel/form.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { checkCycle, keyTaken } from './check-cycle.service.ts';
import type { cycleForm } from './cycle.form.ts';
import { insertCycle } from './save-cycle.store.ts';

/** 「クールの登録」 (S1): a draft that only 国 sees. */
export const createCycle = async (ctx: Ctx, input: InputOf<typeof cycleForm>): Promise<Outcome> => {
  const facts = await checkCycle(ctx, input, null);
  const cycleId = await insertCycle(ctx.tx, facts, ctx.now);
  if (cycleId === null) throw keyTaken();
  ctx.note(`cycle:${cycleId}`, { vaccineId: facts.vaccineId, number: facts.number, dosesPerVial: facts.dosesPerVial });
  return done(`/cycles/${cycleId}?saved=draft`);
};
