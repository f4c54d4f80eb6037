import { randomUUID } from 'node:crypto';
import type { InputOf } from '../../kernel/form.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { checkVaccine } from './check-vaccine.service.ts';
import { insertVaccine, replaceDosesPerVial } from './save-vaccine.store.ts';
import type { vaccineForm } from './vaccine.form.ts';
import { dosesIn } from './vaccine-input.ts';

/** 「ワクチンの登録」 (S1): 国 defines a vaccine with its packing and the doses per vial. */
export const createVaccine = async (ctx: Ctx, input: InputOf<typeof vaccineForm>): Promise<Outcome> => {
  await checkVaccine(ctx, input, null);
  const { doses, ...facts } = input;
  // The code names the vaccine in data files; one defined on screen needs none that anybody reads.
  const vaccineId = await insertVaccine(ctx.tx, `v-${randomUUID().slice(0, 8)}`, facts);
  await replaceDosesPerVial(ctx.tx, vaccineId, dosesIn(doses));
  ctx.note(`vaccine:${vaccineId}`, { vialsPerUnit: facts.vialsPerUnit });
  return done(`/vaccines/${vaccineId}?saved=1`);
};
