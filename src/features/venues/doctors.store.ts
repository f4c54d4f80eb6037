import './venues.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { VenueRecord } from './venue-values.ts';
import type { Doctor } from './venues.ts';

export type DoctorRecord = Doctor & { readonly makers: readonly number[]; readonly version: number };
type Values = Pick<DoctorRecord, 'name' | 'kana' | 'phone' | 'email' | 'makers'>;

/** A doctor of this venue with the makers whose vaccine he or she gives; null when there is none. */
export const loadDoctor = async (tx: Tx, venueId: number, doctorId: number): Promise<DoctorRecord | null> => {
  const doctor = await tx
    .selectFrom('doctors')
    .select(['id', 'name', 'kana', 'phone', 'email', 'version'])
    .where('id', '=', doctorId)
    .where('venue_id', '=', venueId)
    .executeTakeFirst();
  if (!doctor) return null;
  const makers = await tx
    .selectFrom('doctor_vaccines as d')
    .innerJoin('vaccines as x', 'x.id', 'd.vaccine_id')
    .select('x.maker_id')
    .distinct()
    .where('d.doctor_id', '=', doctorId)
    .orderBy('x.maker_id')
    .execute();
  return { ...doctor, makers: makers.map(({ maker_id }) => maker_id) };
};

/** A check box stands for a maker: all of its vaccines are kept. */
const saveMakers = async (tx: Tx, doctorId: number, makers: readonly number[]): Promise<void> => {
  await tx.deleteFrom('doctor_vaccines').where('doctor_id', '=', doctorId).execute();
  if (makers.length === 0) return;
  await tx
    .insertInto('doctor_vaccines')
    .columns(['doctor_id', 'vaccine_id'])
    .expression(({ selectFrom, val }) =>
      selectFrom('vaccines')
        .select([val(doctorId).$castTo<number>().as('doctor_id'), 'id as vaccine_id'])
        .where('maker_id', 'in', makers),
    )
    .execute();
};

export const insertDoctor = async (tx: Tx, venue: VenueRecord, { makers, ...values }: Values): Promise<number> => {
  const { id } = await tx
    .insertInto('doctors')
    .values({
      ...values,
      venue_id: venue.id,
      prefecture_code: venue.prefectureCode,
      municipality_code: venue.municipalityCode,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await saveMakers(tx, id, makers);
  return id;
};

/** False when somebody saved the doctor since the form was opened. */
export const updateDoctor = async (tx: Tx, doctor: DoctorRecord, { makers, ...values }: Values): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('doctors')
    .set({ ...values, version: doctor.version + 1 })
    .where('id', '=', doctor.id)
    .where('version', '=', doctor.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await saveMakers(tx, doctor.id, makers);
  return true;
};

export const deleteDoctor = async (tx: Tx, doctorId: number): Promise<void> => {
  await tx.deleteFrom('doctors').where('id', '=', doctorId).execute();
};
