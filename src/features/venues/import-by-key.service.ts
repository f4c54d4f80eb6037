import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { takeOver } from './apply-import.service.ts';
import { countPlan, type PlanCounts } from './import-plan.ts';
import { lockImports } from './imports.store.ts';
import { planKept } from './plan-import.service.ts';
import { readUpload } from './upload-import.service.ts';

/** Faults that one answer tells. */
const mostFaults = 200;

/** The text of a body; what is wrong with it as a whole is told. */
export const readBody = (body: Buffer): Promise<string> => readUpload({ file: body });

/** Takes an export over at once (S30): all rows or none; who sends it by key has nobody to ask. */
export const importByKey = async (ctx: Ctx, content: string): Promise<PlanCounts> => {
  await lockImports(ctx.tx);
  const plan = await planKept(ctx, content);
  if (plan.faults.length > 0)
    throw invalid(
      Object.fromEntries(
        plan.faults.slice(0, mostFaults).map(({ line, column, message }) => [`${line}行目 ${column}`, message]),
      ),
    );
  await takeOver(ctx, plan);
  const counts = countPlan(plan);
  ctx.note('venue-import', { ...counts });
  return counts;
};
