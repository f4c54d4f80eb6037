import './accounts.tables.ts';
import type { Tx } from '../../platform/db/index.ts';

/**
 * The organisations of areas by the area's code, all of one kind: 2 digits 都道府県, 6 digits 市町村. An area whose office
 * is not registered, or stopped, is missing.
 */
export const loadOffices = async (tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (codes.length === 0) return new Map();
  const prefectures = codes[0]?.length === 2;
  const code = prefectures ? 'prefecture_code' : 'municipality_code';
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', `${code} as code`])
    .where('kind', '=', prefectures ? 'prefecture' : 'municipality')
    .where('active', '=', true)
    .where(code, 'in', codes)
    .execute();
  return new Map(rows.map(({ id, code: of }) => [of ?? '', id]));
};

/** The organisation of one area, to be told; null when there is none. */
export const loadOffice = async (tx: Tx, code: string): Promise<number | null> =>
  (await loadOffices(tx, [code])).get(code) ?? null;

/** The one organisation of 国; null before it is registered. */
export const loadMinistry = async (tx: Tx): Promise<number | null> => {
  const row = await tx.selectFrom('organisations').select('id').where('kind', '=', 'ministry').executeTakeFirst();
  return row?.id ?? null;
};
