import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
// The table wholesaler_areas is declared there.
import type {} from '../venues/index.ts';
import type { Term, WholesalerArea } from './wholesaler-areas.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('wholesaler_areas as a')
    .innerJoin('organisations as w', 'w.id', 'a.wholesaler_id')
    .select(['a.id', 'a.wholesaler_id as wholesalerId', 'w.name as wholesalerName', 'a.vaccine_id as vaccineId'])
    .select(['a.prefecture_code as prefectureCode', 'a.municipality_code as municipalityCode'])
    .select(['a.from_day as fromDay', 'a.to_day as toDay', 'a.version']);

/** The rows of a 都道府県 for one vaccine: the whole of it first, then by municipality and day. */
export const loadWholesalerAreas = async (
  tx: Tx,
  prefectureCode: string,
  vaccineId: number,
): Promise<WholesalerArea[]> =>
  select(tx)
    .where('a.prefecture_code', '=', prefectureCode)
    .where('a.vaccine_id', '=', vaccineId)
    .orderBy(sql`a.municipality_code nulls first`)
    .orderBy('a.from_day')
    .orderBy('a.id')
    .execute();

export const loadWholesalerArea = async (tx: Tx, areaId: number): Promise<WholesalerArea | null> =>
  (await select(tx).where('a.id', '=', areaId).executeTakeFirst()) ?? null;

/** One after the other for a 都道府県 and a vaccine, so that no two rows overlap. Held until the end of the transaction. */
export const lockWholesalerAreas = async (tx: Tx, prefectureCode: string, vaccineId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`wholesaler-areas:${prefectureCode}:${vaccineId}`}))`.execute(tx);
};

export type Wholesaler = { readonly id: number; readonly name: string };

/** The wholesalers to choose from. */
export const loadWholesalers = async (tx: Tx): Promise<Wholesaler[]> =>
  tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('kind', '=', 'wholesaler')
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();

export type NewWholesalerArea = Term &
  Pick<WholesalerArea, 'wholesalerId' | 'vaccineId' | 'prefectureCode' | 'municipalityCode'>;

export const insertWholesalerArea = async (tx: Tx, area: NewWholesalerArea): Promise<number> => {
  const row = await tx
    .insertInto('wholesaler_areas')
    .values({
      wholesaler_id: area.wholesalerId,
      vaccine_id: area.vaccineId,
      prefecture_code: area.prefectureCode,
      municipality_code: area.municipalityCode,
      from_day: area.fromDay,
      to_day: area.toDay,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

type Versioned = Pick<WholesalerArea, 'id' | 'version'>;

/** False when somebody saved it since this version was shown. */
export const updateWholesalerArea = async (
  tx: Tx,
  { id, version }: Versioned,
  values: Term & Pick<WholesalerArea, 'wholesalerId'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('wholesaler_areas')
    .set((eb) => ({
      wholesaler_id: values.wholesalerId,
      from_day: values.fromDay,
      to_day: values.toDay,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** False when somebody saved it since this version was shown. */
export const deleteWholesalerArea = async (tx: Tx, { id, version }: Versioned): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('wholesaler_areas')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};
