import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Admin } from './database.ts';

const folder = join(import.meta.dirname, 'country');

/** 港区, with as many venues at every size: the same list. */
export const listArea = '131032';
/** 横浜市, with as many 基本型 as a large municipality has. */
export const largeArea = '141003';
/** The クール whose 確定 is measured, and the one that is open for registration. */
export const fixedCycle = 11;
export const openCycle = 12;

export type Size = { readonly venues: number; readonly basics: number; readonly largeBasics: number };

/** Fills a migrated database with the same country every time. */
export const fillCountry = async (admin: Admin, { venues, basics, largeBasics }: Size): Promise<void> => {
  const settings = { venues, basics, large_basics: largeBasics, list_area: listArea, large_area: largeArea };
  for (const [name, value] of Object.entries(settings))
    await admin.query('select set_config($1, $2, false)', [`bench.${name}`, String(value)]);
  for (const file of readdirSync(folder).sort()) await admin.query(readFileSync(join(folder, file), 'utf8'));
  await admin.query('vacuum analyze');
};

/** The session of an organisation's user, by the rule of 02-people.sql. */
export const cookieOf = (orgId: number): string => `sid=${String(orgId).padStart(43, '0')}`;

/** Nobody's session runs out in the middle of a part. */
export const refreshSessions = async (admin: Admin): Promise<void> => {
  await admin.query('update sessions set created_at = now(), last_seen_at = now()');
};

export const officeOf = async (admin: Admin, municipality: string): Promise<number> => {
  const { rows } = await admin.query<{ id: string }>(
    `select id from organisations where kind = 'municipality' and municipality_code = $1`,
    [municipality],
  );
  return Number(rows[0]?.id);
};

/** The cookie of 国. */
export const ministryOf = async (admin: Admin): Promise<string> => {
  const { rows } = await admin.query<{ id: string }>(`select id from organisations where kind = 'ministry'`);
  return cookieOf(Number(rows[0]?.id));
};
