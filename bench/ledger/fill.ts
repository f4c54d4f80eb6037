import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Admin } from '../database.ts';

const folder = join(import.meta.dirname, 'fill');

/** Reports and other entries of every venue. */
export type LedgerSize = { readonly reports: number; readonly moves: number };

/** Fills a country with 140 days of reports and entries, the same every time; gives the number of entries. */
export const fillLedger = async (admin: Admin, { reports, moves }: LedgerSize): Promise<number> => {
  for (const [name, value] of Object.entries({ reports, moves }))
    await admin.query('select set_config($1, $2, false)', [`bench.${name}`, String(value)]);
  for (const file of readdirSync(folder).sort()) await admin.query(readFileSync(join(folder, file), 'utf8'));
  await admin.query('vacuum analyze');
  const { rows } = await admin.query<{ n: string }>('select count(*) as n from ledger_entries');
  return Number(rows[0]?.n);
};
