import type { InputOf } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { checkVaccine } from './check-vaccine.service.ts';
import { replaceDosesPerVial, updateVaccineRow } from './save-vaccine.store.ts';
import type { vaccineForm } from './vaccine.form.ts';
import { dosesIn } from './vaccine-input.ts';
import { loadVaccine } from './vaccines.store.ts';

/** 「ワクチンの編集」 (S1). The doses per vial of a クール that is already defined stay as they were frozen. */
export const updateVaccine = async (
  ctx: Ctx,
  vaccineId: number,
  { doses, ...facts }: InputOf<typeof vaccineForm>,
): Promise<Outcome> => {
  const former = await loadVaccine(ctx.tx, vaccineId);
  if (!former) throw notFound();
  await checkVaccine(ctx, { doses, ...facts }, former);
  if (!(await updateVaccineRow(ctx.tx, vaccineId, ctx.version ?? 0, facts)))
    throw await staleBy(ctx.tx, `vaccine:${vaccineId}`);
  await replaceDosesPerVial(ctx.tx, vaccineId, dosesIn(doses));
  ctx.note(`vaccine:${vaccineId}`, { vialsPerUnit: facts.vialsPerUnit });
  return done(`/vaccines/${vaccineId}?saved=1`);
};
