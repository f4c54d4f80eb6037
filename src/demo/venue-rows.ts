import type { SeedRow } from '../seed/index.ts';
import { mailOf, phoneBy } from './contacts.ts';
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

/** How to book, when, and who is welcome, as 「コロナワクチンナビ」 shows it; of an untouched venue nothing is known. */
const publicFacts = (venue: PlacedVenue): SeedRow => {
  const random = randomOf('public', venue.code);
  const filled = !venue.untouched && random.chance(0.85);
  const byPhone = filled && random.chance(0.8);
  const byWeb = filled && (venue.delegated || random.chance(0.4));
  const notices = filled ? random.pick(NOTICES) : NOTICES[0];
  return {
    parking_spaces: filled && random.chance(0.7) ? random.between(0, venue.kind === 'clinic' ? 12 : 120) : null,
    booking_phone: byPhone ? venue.phone : '',
    booking_url: byWeb ? `https://yoyaku.example.jp/v/${venue.code}` : '',
    booking_by_phone: byPhone,
    booking_by_web: byWeb,
    reception_hours: filled ? random.pick(HOURS) : '',
    general_admission: filled ? (random.chance(0.85) ? 'anyone' : 'limited') : null,
    notice: notices.plain,
    notice_easy: notices.easy,
    notice_english: notices.english,
  };
};

const HOURS = ['月〜金 9:00〜17:00', '月〜土 9:00〜12:00', '平日 8:30〜17:15', '毎日 10:00〜16:00'];
const NOTICES = [
  { plain: '', easy: '', english: '' },
  { plain: '', easy: '', english: '' },
  {
    plain: '接種券と本人確認書類をお持ちください。',
    easy: '接種券（せっしゅけん）と、あなたの名前（なまえ）がわかるものを持（も）ってきてください。',
    english: 'Please bring your vaccination voucher and proof of identity.',
  },
  {
    plain: '発熱のある方は、来院の前にお電話ください。',
    easy: '熱（ねつ）がある人（ひと）は、来（く）る前（まえ）に電話（でんわ）をしてください。',
    english: 'If you have a fever, please call us before you come.',
  },
  {
    plain: '肩を出しやすい服装でお越しください。詳細はホームページをご覧ください。',
    easy: '肩（かた）を出（だ）しやすい服（ふく）を着（き）てきてください。',
    english: 'Please wear clothes that let you bare your shoulder easily.',
  },
] as const;

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
  ...publicFacts(venue),
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
    fax: venue.untouched ? '' : phoneBy(randomOf('fax', venue.code), venue.municipality.prefectureCode),
    doctor_email_declined: false,
    version: 1,
  });

/** The doctor in charge, and where the facility is not small the one who stores the vaccine. */
const contactRows = (venue: PlacedVenue): readonly SeedRow[] => {
  if (venue.untouched) return [];
  const contact = (duty: 'doctor' | 'vaccine', affiliation: string): SeedRow => {
    const person = personBy(randomOf('contact', venue.code, duty));
    return {
      venue_id: venue.id,
      duty,
      ...codesOf(venue),
      affiliation,
      name: fullName(person),
      kana: duty === 'doctor' ? fullKana(person) : '',
      phone: venue.phone,
      email: mailOf(`${duty}-${venue.code}`),
    };
  };
  const doctor = contact('doctor', venue.kind === 'special_site' ? '接種会場' : '診療部');
  return venue.smallFacility ? [doctor] : [doctor, contact('vaccine', '薬剤部')];
};

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
    ['venue_contacts', venues.flatMap(contactRows)],
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
