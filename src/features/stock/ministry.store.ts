import '../organisations/index.ts';
import type { Tx } from '../../platform/db/index.ts';

/** The one organisation of 国. */
export const loadMinistry = async (tx: Tx): Promise<number | null> => {
  const row = await tx.selectFrom('organisations').select('id').where('kind', '=', 'ministry').executeTakeFirst();
  return row?.id ?? null;
};
