import { type Municipality, prefectureByCode } from '../features/areas/index.ts';
import { type Address, addressBy, type Town, townsByMunicipality } from './addresses.ts';
import { phoneBy } from './contacts.ts';
import { HOME_VENUES, type Pinned } from './home-venues.ts';
import { fullName, personBy } from './people.ts';
import { HOME, type Place, places } from './places.ts';
import { type Random, randomOf } from './random.ts';
import { venueCodes } from './venue-code.ts';
import { freshName, type VenueKind, type VenueName, venueNameBy } from './venue-names.ts';

/** A made-up venue, before it becomes rows. */
export type DemoVenue = {
  readonly code: string;
  readonly municipality: Municipality;
  readonly role: 'basic' | 'satellite';
  /** The code of a satellite's 基本型. */
  readonly basicCode: string | null;
  readonly kind: VenueKind;
  readonly name: VenueName;
  readonly address: Address;
  readonly phone: string;
  readonly representative: string;
  readonly smallFacility: boolean;
  readonly freezers: number | null;
  readonly delegated: boolean;
  readonly doctors: number;
  /** 1 to 5: how much it asks for. */
  readonly size: number;
  /** Invited, but nobody has logged in yet. */
  readonly untouched: boolean;
};

/** All venues of the country, by municipality, the 基本型 first. */
export const demoVenues = (): readonly DemoVenue[] => {
  const towns = townsByMunicipality();
  const codeOf = venueCodes();
  return places().flatMap((place) => venuesOf(place, towns.get(place.municipality.code) ?? [], codeOf));
};

const venuesOf = (place: Place, towns: readonly Town[], codeOf: (municipality: string) => string): DemoVenue[] => {
  const { municipality, basics, satellites } = place;
  const pinned = municipality.code === HOME.municipality ? HOME_VENUES : [];
  const taken = new Set(pinned.map(({ name }) => name.name));
  const made: DemoVenue[] = [];
  for (const [order, role] of rolesIn(basics, satellites, pinned).entries()) {
    const code = codeOf(municipality.code);
    const random = randomOf('venue', code);
    const hosts = made.filter((venue) => venue.role === 'basic' && venue.doctors > 0);
    const drawn = draw(random, code, municipality, role, order === 0 || basics < 3, hosts, towns, taken);
    made.push({ ...drawn, ...pinned[order]?.facts, ...(pinned[order] && { name: pinned[order].name }) });
  }
  return made;
};

/** The pinned venues come first, in their order, so that their codes never change. */
const rolesIn = (basics: number, satellites: number, pinned: readonly Pinned[]): readonly DemoVenue['role'][] => {
  const fixed = pinned.map(({ facts }) => facts.role);
  const left = (role: DemoVenue['role'], all: number) => all - fixed.filter((one) => one === role).length;
  return [
    ...fixed,
    ...Array<DemoVenue['role']>(left('basic', basics)).fill('basic'),
    ...Array<DemoVenue['role']>(left('satellite', satellites)).fill('satellite'),
  ];
};

const draw = (
  random: Random,
  code: string,
  municipality: Municipality,
  role: DemoVenue['role'],
  needed: boolean,
  hosts: readonly DemoVenue[],
  towns: readonly Town[],
  taken: Set<string>,
): DemoVenue => {
  const basic = role === 'basic';
  const kind = kindBy(random, basic);
  const withoutDoctor = random.chance(0.05) && !(basic && needed);
  return {
    code,
    municipality,
    role,
    basicCode: basic ? null : random.pick(hosts).code,
    kind,
    name: freshName(() => venueNameBy(random, kind, municipality), taken),
    address: addressBy(random, towns),
    phone: phoneBy(random, municipality.prefectureCode),
    representative: random.chance(0.9) ? fullName(personBy(random)) : '',
    smallFacility: kind === 'clinic' && random.chance(0.6),
    freezers: basic ? (random.chance(0.8) ? random.between(1, kind === 'clinic' ? 1 : 2) : 0) : null,
    delegated: random.chance(0.12),
    doctors: withoutDoctor ? 0 : basic ? random.between(1, 3) : random.between(1, 2),
    size: kind === 'clinic' ? random.between(1, 2) : random.between(2, 5),
    untouched: false,
  };
};

const kindBy = (random: Random, basic: boolean): VenueKind => {
  const drawn = random.unit();
  if (basic) return drawn < 0.6 ? 'hospital' : drawn < 0.85 ? 'special_site' : 'clinic';
  return drawn < 0.92 ? 'clinic' : 'hospital';
};

/** 「東京都港区芝公園9-91-1」 */
export const addressText = ({ municipality, address }: DemoVenue): string =>
  `${prefectureByCode(municipality.prefectureCode)?.name ?? ''}${municipality.county}${municipality.name}${address.name}${address.street}`;
