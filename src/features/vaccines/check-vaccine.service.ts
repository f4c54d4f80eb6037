import type { InputOf } from '../../kernel/form.ts';
import { type FieldErrors, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { findVaccineByName, isVaccineAllocated, loadMakers } from './save-vaccine.store.ts';
import type { vaccineForm } from './vaccine.form.ts';
import { vaccineFaults } from './vaccine-input.ts';
import type { Vaccine } from './vaccines.ts';

type Input = InputOf<typeof vaccineForm>;

const packingFaults = (input: Input, former: Vaccine): FieldErrors => {
  const fixed = 'は、分配量が確定しているため変更できません。新しいワクチンとして登録してください。';
  return {
    ...(input.unitName !== former.unitName && { unitName: `最小包装単位${fixed}` }),
    ...(input.vialsPerUnit !== former.vialsPerUnit && { vialsPerUnit: `バイアル数${fixed}` }),
    ...(input.dilution !== former.dilution && { dilution: `希釈${fixed}` }),
  };
};

/** Throws what is wrong with a vaccine about to be saved; `former` is the record it replaces. */
export const checkVaccine = async ({ tx }: Pick<Ctx, 'tx'>, input: Input, former: Vaccine | null): Promise<void> => {
  const namesake = await findVaccineByName(tx, input.name);
  const makers = await loadMakers(tx);
  const errors: FieldErrors = {
    ...vaccineFaults(input),
    ...(namesake !== null && namesake !== former?.id && { name: '同じ名前のワクチンがすでに登録されています。' }),
    ...(!makers.some(({ id }) => id === input.makerId) &&
      input.makerId !== former?.makerId && { makerId: '製薬メーカーを選択し直してください。' }),
    ...(former && (await isVaccineAllocated(tx, former.id)) && packingFaults(input, former)),
  };
  if (Object.keys(errors).length > 0) throw invalid(errors);
};
