import './vaccines.tables.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import type { DosesPerVial, Vaccine } from './vaccines.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('vaccines as x')
    .innerJoin('organisations as maker', 'maker.id', 'x.maker_id')
    .select([
      'x.id',
      'x.code',
      'x.name',
      'x.short_name as shortName',
      'x.maker_id as makerId',
      'maker.name as makerName',
      'x.storage',
      'x.unit_name as unitName',
      'x.vials_per_unit as vialsPerUnit',
      'x.dilution',
      'x.asks_storage as asksStorage',
      'x.interval_days as intervalDays',
      'x.route',
      'x.announced_from as announcedFrom',
      'x.usable_from as usableFrom',
      'x.version',
    ]);

/** Every vaccine, in the order in which it came into use. */
export const loadVaccines = async (tx: Tx): Promise<Vaccine[]> =>
  select(tx).orderBy('x.usable_from').orderBy('x.id').execute();

const vaccineByKey = prepared((db, { id }: { readonly id: number }) => select(db).where('x.id', '=', id));

export const loadVaccine = async (tx: Tx, vaccineId: number): Promise<Vaccine | null> =>
  (await vaccineByKey(tx, { id: vaccineId })).rows[0] ?? null;

/** The doses per vial of a vaccine by the day from which they hold. */
export const loadDosesPerVial = async (tx: Tx, vaccineId: number): Promise<DosesPerVial[]> =>
  tx
    .selectFrom('vaccine_doses_per_vial')
    .select(['from_day as fromDay', 'doses'])
    .where('vaccine_id', '=', vaccineId)
    .orderBy('from_day')
    .execute();
