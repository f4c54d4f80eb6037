import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { readFileText, type SheetRow } from '../../platform/csv/index.ts';
import { takeOver } from './apply-import.service.ts';
import { readExport } from './import.csv.ts';
import type { ExportKey } from './import-columns.ts';
import { countPlan, type PlanCounts } from './import-plan.ts';
import { lockImports } from './imports.store.ts';
import { planExport } from './plan-import.service.ts';

/** Faults that one answer tells. */
const mostFaults = 200;

/** The rows of a body; what is wrong with it as a whole is told. Slow, so before the transaction. */
export const readBody = async (body: Buffer): Promise<readonly SheetRow<ExportKey>[]> => {
  const read = await readFileText(body);
  const sheet = 'fault' in read ? read : readExport(read.text);
  if ('fault' in sheet) throw invalid({ file: sheet.fault });
  return sheet.rows;
};

/** Takes an export over at once (S30): all rows or none; who sends it by key has nobody to ask. */
export const importByKey = async (ctx: Ctx, rows: readonly SheetRow<ExportKey>[]): Promise<PlanCounts> => {
  await lockImports(ctx.tx);
  const plan = await planExport(ctx, rows);
  if (plan.faults.length > 0)
    throw invalid(
      Object.fromEntries(
        plan.faults.slice(0, mostFaults).map(({ line, column, message }) => [`${line}行目 ${column}`, message]),
      ),
    );
  await takeOver(ctx, plan.rows);
  const counts = countPlan(plan);
  ctx.note('venue-import', { ...counts });
  return counts;
};
