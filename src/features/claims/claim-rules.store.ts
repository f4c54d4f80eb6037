import './claims.tables.ts';
import type { Month } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Where own residents' claims of a municipality go; null: not known, ask the municipality. */
export type OwnRoute = 'kokuhoren' | 'direct' | null;

/** The rule of a municipality in force in a month. */
export const loadOwnRoute = async (tx: Tx, municipalityCode: string, month: Month): Promise<OwnRoute> => {
  const row = await tx
    .selectFrom('claim_rules')
    .select('route')
    .where('municipality_code', '=', municipalityCode)
    .where('from_month', '<=', month)
    .orderBy('from_month', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.route ?? null;
};
