import type { ReadCtx } from '../../platform/context.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { readExport } from './import.csv.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { loadRegistered } from './imports.store.ts';
import { parseVenueCode } from './venue-code.ts';

/** What a kept export would do as things stand now. */
export const planKept = async ({ tx }: Pick<ReadCtx, 'tx'>, content: string): Promise<ImportPlan> => {
  const sheet = readExport(content);
  if ('fault' in sheet) return { rows: [], faults: [{ line: 1, column: '—', message: sheet.fault }] };
  const vaccines = await loadVaccines(tx);
  const codes = sheet.rows.map(({ cells }) => parseVenueCode(cells.code) ?? '').filter(Boolean);
  return planImport(sheet.rows, {
    registered: await loadRegistered(tx, [...new Set(codes)]),
    vaccines: new Map(
      vaccines.flatMap(
        ({ id, name, shortName }) =>
          [
            [name.normalize('NFKC'), id],
            [shortName.normalize('NFKC'), id],
          ] as const,
      ),
    ),
  });
};
