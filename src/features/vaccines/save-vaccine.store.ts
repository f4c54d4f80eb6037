import './vaccines.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { DosesPerVial, Maker, Vaccine } from './vaccines.ts';

export type VaccineFacts = Omit<Vaccine, 'id' | 'code' | 'makerName' | 'version'>;

const columnsOf = (facts: VaccineFacts) => ({
  name: facts.name,
  short_name: facts.shortName,
  maker_id: facts.makerId,
  storage: facts.storage,
  unit_name: facts.unitName,
  vials_per_unit: facts.vialsPerUnit,
  dilution: facts.dilution,
  asks_storage: facts.asksStorage,
  interval_days: facts.intervalDays,
  route: facts.route,
  announced_from: facts.announcedFrom,
  usable_from: facts.usableFrom,
});

export const insertVaccine = async (tx: Tx, code: string, facts: VaccineFacts): Promise<number> => {
  const row = await tx
    .insertInto('vaccines')
    .values({ code, ...columnsOf(facts) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when somebody saved it since this version was shown. */
export const updateVaccineRow = async (
  tx: Tx,
  vaccineId: number,
  version: number,
  facts: VaccineFacts,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('vaccines')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', vaccineId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const replaceDosesPerVial = async (
  tx: Tx,
  vaccineId: number,
  entries: readonly DosesPerVial[],
): Promise<void> => {
  await tx.deleteFrom('vaccine_doses_per_vial').where('vaccine_id', '=', vaccineId).execute();
  await tx
    .insertInto('vaccine_doses_per_vial')
    .values(entries.map(({ fromDay, doses }) => ({ vaccine_id: vaccineId, from_day: fromDay, doses })))
    .execute();
};

/** Another vaccine of the same name, if there is one. */
export const findVaccineByName = async (tx: Tx, name: string): Promise<number | null> =>
  (await tx.selectFrom('vaccines').select('id').where('name', '=', name).executeTakeFirst())?.id ?? null;

/** The makers to choose from. */
export const loadMakers = async (tx: Tx): Promise<Maker[]> =>
  tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('kind', '=', 'manufacturer')
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();

/** Was an allocation of any クール of the vaccine ever fixed? Its boxes are counted in this packing, so it stays as it is. */
export const isVaccineAllocated = async (tx: Tx, vaccineId: number): Promise<boolean> =>
  (await tx
    .selectFrom('allocation_sheets')
    .innerJoin('cycles', 'cycles.id', 'allocation_sheets.cycle_id')
    .select('allocation_sheets.id')
    .where('cycles.vaccine_id', '=', vaccineId)
    .where('allocation_sheets.state', '<>', 'draft')
    .limit(1)
    .executeTakeFirst()) !== undefined;
