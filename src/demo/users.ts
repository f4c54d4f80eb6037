import { consentVersion } from '../features/accounts/index.ts';
import type { SeedRow } from '../seed/index.ts';
import type { Companies } from './companies.ts';
import { mailOf, phoneBy } from './contacts.ts';
import { MITA, SHIBAKOEN, TAKANAWA } from './home-venues.ts';
import type { Offices } from './offices.ts';
import { type Person, personBy } from './people.ts';
import { HOME } from './places.ts';
import { randomOf } from './random.ts';
import { at } from './time.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** Hashes of the one password and the one answer of the demo. */
export type Secrets = { readonly password: string; readonly answer: string };

/** The ten accounts that are named to visitors, in this order; `org` finds their organisation. */
const ACCOUNT_NAMES = [
  'basic',
  'satellite',
  'municipality',
  'prefecture',
  'ministry',
  'manufacturer',
  'wholesaler',
  'vendor',
  'desk',
  'newcomer',
] as const;
type AccountName = (typeof ACCOUNT_NAMES)[number];

const PEOPLE: Readonly<Record<AccountName, readonly [family: string, given: string]>> = {
  basic: ['芝', '恵子'],
  satellite: ['三田', '誠'],
  municipality: ['湊', '直樹'],
  prefecture: ['都築', '裕子'],
  ministry: ['霞', '健一'],
  manufacturer: ['箱崎', '彩'],
  wholesaler: ['吾妻', '浩'],
  vendor: ['予科', '美穂'],
  desk: ['案内', '千尋'],
  newcomer: ['高輪', '葵'],
};

/** The wholesaler of 東京, third from the north. */
const TOKYO_WHOLESALER = 2;

const accountOrganisations = (
  offices: Offices,
  companies: Companies,
  venues: readonly PlacedVenue[],
): Readonly<Record<AccountName, number>> => {
  const venue = (code: string): number => venues.find((each) => each.code === code)?.id ?? 0;
  return {
    basic: venue(SHIBAKOEN),
    satellite: venue(MITA),
    municipality: offices.municipalities.get(HOME.municipality) ?? 0,
    prefecture: offices.prefectures.get(HOME.prefecture) ?? 0,
    ministry: offices.ministry,
    manufacturer: offices.pfizer.makerId,
    wholesaler: companies.wholesalers[TOKYO_WHOLESALER] ?? 0,
    vendor: companies.vendor,
    desk: offices.desk,
    newcomer: venue(TAKANAWA),
  };
};

/** The first users: the ten accounts, then one of every office, wholesaler and 基本型 that has done something. */
export const userRows = (
  offices: Offices,
  companies: Companies,
  venues: readonly PlacedVenue[],
  secrets: Secrets,
): readonly SeedRow[] => {
  const accounts = accountOrganisations(offices, companies, venues);
  const taken = new Set<number>(Object.values(accounts));
  const people = [
    ...ACCOUNT_NAMES.map((name) => {
      const [family, given] = PEOPLE[name];
      return { org: accounts[name], name, prefecture: HOME.prefecture, person: { family, given } };
    }),
    ...others(offices, companies, venues)
      .filter(({ org }) => !taken.has(org))
      .map((other) => ({ ...other, person: personBy(randomOf('user', other.name)) })),
  ];
  return people.map((one, i) => userRow(i + 1, one, secrets));
};

type Someone = { readonly org: number; readonly name: string; readonly prefecture: string };

const others = (offices: Offices, { wholesalers }: Companies, venues: readonly PlacedVenue[]): Someone[] => {
  const basics = venues.filter(({ role }) => role === 'basic');
  const served = new Set(basics.map(({ municipality }) => municipality.code));
  return [
    ...[...offices.prefectures].map(([code, org]) => ({ org, name: `p${code}`, prefecture: code })),
    ...[...offices.municipalities]
      .filter(([code]) => served.has(code))
      .map(([code, org]) => ({ org, name: `m${code}`, prefecture: code.slice(0, 2) })),
    ...wholesalers.map((org, i) => ({ org, name: `wholesaler-${i + 1}`, prefecture: HOME.prefecture })),
    ...basics.map(({ id, code }) => ({ org: id, name: `v${code}`, prefecture: code.slice(0, 2) })),
  ];
};

const userRow = (
  id: number,
  { org, name, prefecture, person }: Someone & { readonly person: Pick<Person, 'family' | 'given'> },
  secrets: Secrets,
): SeedRow => {
  const isIn = name !== 'newcomer';
  const since = (instant: string): string | null => (isIn ? instant : null);
  return {
    id,
    org_id: org,
    user_name: `${name}@v.sys`,
    family_name: person.family,
    given_name: person.given,
    email: mailOf(name),
    phone: phoneBy(randomOf('user-phone', name), prefecture),
    password_hash: since(secrets.password),
    // Late enough that no password runs out while the cycles of the demo are played through.
    password_changed_at: since(at('2021-04-19', 600)),
    failed_count: 0,
    security_question: since('flower'),
    security_answer_hash: since(secrets.answer),
    consent_version: since(consentVersion),
    consent_at: since(at('2021-03-01', 605)),
    first_login_at: since(at('2021-03-01', 610)),
    phone_page_done_at: since(at('2021-03-02', 540)),
    version: 1,
    created_at: at(isIn ? '2021-02-26' : '2021-04-26', isIn ? 600 : 510),
  };
};

/** Phone and mail of the offices, which the master data leave empty. */
export const officeContacts = (offices: Offices): readonly SeedRow[] => [
  { id: offices.ministry, phone: phoneBy(randomOf('office', '国'), '13'), email: mailOf('ministry-office') },
  { id: offices.desk, phone: phoneBy(randomOf('office', 'desk'), '13'), email: mailOf('desk-office') },
  ...[...offices.prefectures].map(([code, id]) => ({
    id,
    phone: phoneBy(randomOf('office', code), code),
    email: mailOf(`p${code}-office`),
  })),
  ...[...offices.municipalities].map(([code, id]) => ({
    id,
    phone: phoneBy(randomOf('office', code), code.slice(0, 2)),
    email: mailOf(`m${code}-office`),
  })),
];
