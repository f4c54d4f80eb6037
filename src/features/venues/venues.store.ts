import './venues.tables.ts';
import '../vaccines/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Doctor, Handled, Venue } from './venues.ts';

/** One venue with everything about itself; null when there is none. Who may see it was decided before. */
export const loadVenue = async (tx: Tx, venueId: number): Promise<Venue | null> => {
  const row = await tx
    .selectFrom('venue_directory as d')
    .innerJoin('venues as v', 'v.venue_id', 'd.venue_id')
    .selectAll('d')
    .select([
      'v.representative_name',
      'v.small_facility',
      'v.freezers_75',
      'v.freezers_20',
      'v.booking_delegated',
      'v.vendor_id',
      'v.version as venue_version',
    ])
    .where('d.venue_id', '=', venueId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.venue_id,
    code: row.code,
    name: row.name,
    kana: row.kana,
    englishName: row.english_name,
    postalCode: row.postal_code,
    prefectureCode: row.prefecture_code,
    municipalityCode: row.municipality_code,
    town: row.town,
    street: row.street,
    phone: row.phone,
    homepage: row.homepage,
    facilityClass: row.facility_class,
    representativeName: row.representative_name,
    smallFacility: row.small_facility,
    freezers75: row.freezers_75,
    freezers20: row.freezers_20,
    bookingDelegated: row.booking_delegated,
    vendorId: row.vendor_id,
    version: row.venue_version,
  };
};

/** The vaccines a venue handles, in the order in which they came into use. */
export const loadHandled = async (tx: Tx, venueId: number): Promise<Handled[]> => {
  const rows = await tx
    .selectFrom('venue_vaccines as h')
    .innerJoin('vaccines as x', 'x.id', 'h.vaccine_id')
    .leftJoin('venue_directory as b', 'b.venue_id', 'h.basic_venue_id')
    .select(['h.vaccine_id', 'x.name', 'h.role', 'h.basic_venue_id', 'b.name as basic_name'])
    .where('h.venue_id', '=', venueId)
    .orderBy('x.usable_from')
    .orderBy('x.id')
    .execute();
  return rows.map((row) => ({
    vaccineId: row.vaccine_id,
    vaccineName: row.name,
    role: row.role,
    basicVenueId: row.basic_venue_id,
    basicVenueName: row.basic_name,
  }));
};

/** The doctors of a venue, in the order in which they were entered. */
export const loadDoctors = async (tx: Tx, venueId: number): Promise<Doctor[]> =>
  tx
    .selectFrom('doctors')
    .select(['id', 'name', 'kana', 'phone', 'email'])
    .where('venue_id', '=', venueId)
    .orderBy('id')
    .execute();

export const countDoctors = async (tx: Tx, venueId: number): Promise<number> => {
  const row = await tx
    .selectFrom('doctors')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('venue_id', '=', venueId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};
