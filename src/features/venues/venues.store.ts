import './venues.tables.ts';
import '../vaccines/index.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import type { Doctor, Handled, Venue } from './venues.ts';

type Key = { readonly venueId: number };

const venueByKey = prepared((db, { venueId }: Key) =>
  db
    .selectFrom('venue_directory as d')
    .innerJoin('venues as v', 'v.venue_id', 'd.venue_id')
    .select(['d.venue_id as id', 'd.code', 'd.name', 'd.kana', 'd.english_name as englishName'])
    .select(['d.postal_code as postalCode', 'd.prefecture_code as prefectureCode'])
    .select(['d.municipality_code as municipalityCode', 'd.town', 'd.street', 'd.phone', 'd.homepage'])
    .select(['d.facility_class as facilityClass', 'v.representative_name as representativeName'])
    .select(['v.small_facility as smallFacility', 'v.freezers_75 as freezers75', 'v.freezers_20 as freezers20'])
    .select(['v.booking_delegated as bookingDelegated', 'v.vendor_id as vendorId', 'v.version'])
    .where('d.venue_id', '=', venueId),
);

/** One venue with everything about itself; null when there is none. Who may see it was decided before. */
export const loadVenue = async (tx: Tx, venueId: number): Promise<Venue | null> =>
  (await venueByKey(tx, { venueId })).rows[0] ?? null;

const handledByVenue = prepared((db, { venueId }: Key) =>
  db
    .selectFrom('venue_vaccines as h')
    .innerJoin('vaccines as x', 'x.id', 'h.vaccine_id')
    .leftJoin('venue_directory as b', 'b.venue_id', 'h.basic_venue_id')
    .select(['h.vaccine_id', 'x.name', 'h.role', 'h.basic_venue_id', 'b.name as basic_name'])
    .where('h.venue_id', '=', venueId)
    .orderBy('x.usable_from')
    .orderBy('x.id'),
);

/** The vaccines a venue handles, in the order in which they came into use. */
export const loadHandled = async (tx: Tx, venueId: number): Promise<Handled[]> => {
  const { rows } = await handledByVenue(tx, { venueId });
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

const doctorsOfVenue = prepared((db, { venueId }: Key) =>
  db
    .selectFrom('doctors')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('venue_id', '=', venueId),
);

export const countDoctors = async (tx: Tx, venueId: number): Promise<number> =>
  (await doctorsOfVenue(tx, { venueId })).rows[0]?.n ?? 0;
