import type { InputOf } from '../../kernel/form.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { checkCycle } from './check-cycle.service.ts';
import type { cycleForm } from './cycle.form.ts';
import { loadCycle } from './cycles.store.ts';
import { updateDraft } from './save-cycle.store.ts';

/** The edit of a draft: everything may change, the vaccine too. */
export const updateCycleDraft = async (
  ctx: Ctx,
  cycleId: number,
  input: InputOf<typeof cycleForm>,
): Promise<Outcome> => {
  const former = await loadCycle(ctx.tx, cycleId, { drafts: true });
  if (!former) throw notFound();
  if (former.state !== 'draft') throw conflict('このクールはすでに公開されています。画面を開き直してください。');
  const facts = await checkCycle(ctx, input, cycleId);
  if (!(await updateDraft(ctx.tx, { ...former, version: ctx.version ?? 0 }, facts)))
    throw await staleBy(ctx.tx, `cycle:${cycleId}`);
  ctx.note(`cycle:${cycleId}`, { vaccineId: facts.vaccineId, number: facts.number, dosesPerVial: facts.dosesPerVial });
  return done(`/cycles/${cycleId}?saved=draft`);
};
