import '../accounts/index.ts';
import type { Tx } from '../../platform/db/index.ts';

/** The organisation of a 市町村; null before it has one. */
export const loadMunicipalOffice = async (tx: Tx, municipalityCode: string): Promise<number | null> => {
  const row = await tx
    .selectFrom('organisations')
    .select('id')
    .where('kind', '=', 'municipality')
    .where('municipality_code', '=', municipalityCode)
    .executeTakeFirst();
  return row?.id ?? null;
};
