import type { ReadCtx } from '../../platform/context.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { placeOrganisation } from './office-area.ts';
import { readCsv } from './organisation.csv.ts';
import { loadUserEmails } from './organisation-users.store.ts';
import { loadCreatedOrganisations } from './organisations.store.ts';

/** What a kept file would do as things stand now. */
export const planFile = async ({ tx }: Pick<ReadCtx, 'tx'>, content: string): Promise<ImportPlan> => {
  const sheet = readCsv(content);
  if ('fault' in sheet) return { rows: [], faults: [{ line: 1, column: '', message: sheet.fault }] };
  return planImport(sheet.rows, {
    organisations: await loadCreatedOrganisations(tx),
    users: await loadUserEmails(tx),
    place: placeOrganisation,
  });
};
