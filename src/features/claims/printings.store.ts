import './claims.tables.ts';
import { sql } from 'kysely';
import type { Month } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Claim } from './claim.ts';
import type { OutputName } from './claim-outputs.ts';
import type { Printing } from './claim-printings.ts';

/** All outputs of a venue's claims, of one month or of all, newest first. */
export const loadPrintings = async (tx: Tx, venueId: number, month?: Month): Promise<Printing[]> => {
  const rows = await tx
    .selectFrom('claim_printings as p')
    .innerJoin('claim_versions as c', 'c.id', 'p.claim_id')
    .innerJoin('users as u', 'u.id', 'p.printed_by')
    .where('p.venue_id', '=', venueId)
    .$if(month !== undefined, (query) => query.where('c.month', '=', month ?? ''))
    .select(['c.month', 'c.version', 'p.output', 'p.printed_at'])
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('printed_by'))
    .orderBy('p.id', 'desc')
    .execute();
  return rows.map((row) => ({
    month: row.month as Month,
    version: row.version,
    output: row.output,
    at: row.printed_at,
    by: row.printed_by,
  }));
};

/** Writes down that a version was put out. */
export const insertPrinting = async (
  tx: Tx,
  venueId: number,
  claim: Claim,
  output: OutputName,
  by: { readonly userId: number; readonly at: Date },
): Promise<void> => {
  await tx
    .insertInto('claim_printings')
    .values({
      claim_id: claim.id,
      output,
      printed_at: by.at,
      printed_by: by.userId,
      venue_id: venueId,
      prefecture_code: claim.own.code.slice(0, 2),
      municipality_code: claim.own.code,
    })
    .execute();
};
