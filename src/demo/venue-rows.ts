import type { SeedRow } from '../seed/index.ts';
import { mailOf } from './contacts.ts';
import type { TableRows, Vaccine } from './offices.ts';
import { fullKana, fullName, personBy } from './people.ts';
import { randomOf } from './random.ts';
import { at, DEMO_DAY, later } from './time.ts';
import { addressText, type DemoVenue } from './venues.ts';

/** A venue with the id of its organisation. */
export type PlacedVenue = DemoVenue & { readonly id: number };

/** Folded as the directory is searched: NFKC, lower case, hiragana. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));

const codesOf = ({ municipality }: PlacedVenue) => ({
  prefecture_code: municipality.prefectureCode,
  municipality_code: municipality.code,
});

const organisation = (venue: PlacedVenue): SeedRow => ({
  id: venue.id,
  kind: 'venue',
  name: venue.name.name,
  ...codesOf(venue),
  phone: venue.phone,
  email: mailOf(`v${venue.code}`),
  active: true,
  version: 1,
  created_at: at('2021-02-15', 600),
});

/** Marks are at most some days old; one in twenty has been forgotten for weeks. */
const booking = (venue: PlacedVenue): SeedRow => {
  const random = randomOf('booking', venue.code);
  if (venue.untouched || random.chance(0.12)) return { booking_mark: 'unset', booking_marked_at: null };
  const mark = random.pick(['open', 'open', 'open', 'few', 'few', 'closed', 'closed', 'closed', 'closed', 'walk_in']);
  const age = random.chance(0.05) ? random.between(15, 30) * 1440 : random.between(10, 5 * 1440);
  return { booking_mark: mark, booking_marked_at: later(at(DEMO_DAY, 9 * 60), -age) };
};

const directory = (venue: PlacedVenue): SeedRow => ({
  venue_id: venue.id,
  code: venue.code,
  name: venue.name.name,
  kana: venue.name.kana,
  english_name: venue.name.english,
  postal_code: venue.address.postalCode,
  ...codesOf(venue),
  town: venue.address.name,
  street: venue.address.street,
  phone: venue.phone,
  homepage: randomOf('homepage', venue.code).chance(0.5) ? `https://v${venue.code}.example.jp/` : '',
  approved: true,
  hidden: false,
  facility_class: venue.kind === 'special_site' ? 'special_site' : 'institution',
  ...booking(venue),
  search_text: fold(
    [venue.name.name, venue.name.kana, addressText(venue), venue.address.postalCode, venue.code].join(' '),
  ),
  version: 1,
});

const inner =
  (vendor: number) =>
  (venue: PlacedVenue): SeedRow => ({
    venue_id: venue.id,
    ...codesOf(venue),
    representative_name: venue.representative,
    small_facility: venue.smallFacility,
    freezers_75: venue.freezers,
    freezers_20: venue.freezers === null ? null : 0,
    booking_delegated: venue.delegated,
    vendor_id: venue.delegated ? vendor : null,
    detailed_explanation: venue.untouched ? null : randomOf('explain', venue.code).pick(['wanted', 'not_wanted', null]),
    delivery_name: venue.role === 'basic' && !venue.untouched ? venue.name.name : '',
    delivery_postal_code: venue.untouched ? null : venue.address.postalCode || null,
    delivery_address: venue.untouched ? '' : addressText(venue),
    delivery_same_address: true,
    version: 1,
  });

/** The tables of the venues and their doctors. */
export const venueRows = (
  venues: readonly PlacedVenue[],
  vendor: number,
  pfizer: Vaccine,
  nextDoctor: () => number,
): readonly TableRows[] => {
  const idOf = new Map(venues.map(({ code, id }) => [code, id]));
  const doctors = venues.flatMap((venue) =>
    Array.from({ length: venue.doctors }, (_, i) => doctorRow(venue, i, nextDoctor())),
  );
  return [
    ['organisations', venues.map(organisation)],
    ['venue_directory', venues.map(directory)],
    ['venues', venues.map(inner(vendor))],
    [
      'venue_vaccines',
      venues.map(({ id, role, basicCode }) => ({
        venue_id: id,
        vaccine_id: pfizer.id,
        role,
        basic_venue_id: basicCode === null ? null : (idOf.get(basicCode) ?? null),
      })),
    ],
    ['doctors', doctors],
    ['doctor_vaccines', doctors.map(({ id = null }) => ({ doctor_id: id, vaccine_id: pfizer.id }))],
  ];
};

const doctorRow = (venue: PlacedVenue, order: number, id: number): SeedRow => {
  const random = randomOf('doctor', venue.code, order);
  const person = personBy(random);
  return {
    id,
    venue_id: venue.id,
    ...codesOf(venue),
    name: fullName(person),
    kana: fullKana(person),
    phone: random.chance(0.7) ? venue.phone : '',
    email: random.chance(0.5) ? mailOf(`doctor-${venue.code}-${order + 1}`) : '',
    version: 1,
  };
};
