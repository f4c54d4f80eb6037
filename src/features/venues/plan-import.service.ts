import type { ReadCtx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/csv/index.ts';
import { loadVaccines } from '../vaccines/index.ts';
import type { ExportKey } from './import-columns.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { loadRegistered } from './imports.store.ts';
import { vaccineNames } from './venue-cells.ts';
import { parseVenueCode } from './venue-code.ts';

/** What an export would do as things stand now. */
export const planExport = async (
  { tx }: Pick<ReadCtx, 'tx'>,
  rows: readonly SheetRow<ExportKey>[],
): Promise<ImportPlan> => {
  const vaccines = await loadVaccines(tx);
  const codes = rows.map(({ cells }) => parseVenueCode(cells.code) ?? '').filter(Boolean);
  return planImport(rows, {
    registered: await loadRegistered(tx, [...new Set(codes)]),
    vaccines: vaccineNames(vaccines),
  });
};
