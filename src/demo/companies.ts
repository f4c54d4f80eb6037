import { regions } from '../features/areas/index.ts';
import type { SeedRow } from '../seed/index.ts';
import { mailOf, phoneBy } from './contacts.ts';
import type { Offices } from './offices.ts';
import { randomOf } from './random.ts';
import { at } from './time.ts';

/** Wholesalers that do not exist, one for each region from north to south, with the prefecture they sit in. */
const WHOLESALERS = [
  ['株式会社北彩メディカル流通', '01'],
  ['株式会社みちのく薬匠', '04'],
  ['株式会社あづま医薬流通', '13'],
  ['株式会社なかくに薬流', '23'],
  ['株式会社みやこ路医薬', '27'],
  ['株式会社さんよう薬流', '34'],
  ['株式会社しまなみ医薬', '38'],
  ['株式会社つくし薬品流通', '40'],
] as const;

/** Municipalities that another wholesaler serves than the rest of their prefecture: 島しょ and a border town. */
const EXCEPTIONS = [
  { municipality: '132098', wholesaler: 3 }, // 町田市
  { municipality: '082040', wholesaler: 1 }, // 古河市
] as const;

export type Companies = {
  /** Ids of the wholesalers, from north to south. */
  readonly wholesalers: readonly number[];
  readonly vendor: number;
  readonly rows: readonly SeedRow[];
};

/** The companies that the master data do not know: wholesalers and the booking vendor. */
export const companies = (nextId: () => number): Companies => {
  const company = (kind: string, name: string, prefecture: string, mail: string): SeedRow => ({
    id: nextId(),
    kind,
    name,
    prefecture_code: prefecture,
    municipality_code: null,
    phone: phoneBy(randomOf('company', name), prefecture),
    email: mailOf(mail),
    active: true,
    version: 1,
    created_at: at('2021-02-01', 600),
  });
  const wholesalers = WHOLESALERS.map(([name, prefecture], i) =>
    company('wholesaler', name, prefecture, `wholesaler-${i + 1}`),
  );
  const vendor = company('vendor', '株式会社まちかど予約サポート', '13', 'vendor-office');
  return {
    wholesalers: wholesalers.map(({ id }) => Number(id)),
    vendor: Number(vendor.id),
    rows: [...wholesalers, vendor],
  };
};

const byPrefecture = (): ReadonlyMap<string, number> =>
  new Map(regions().flatMap(({ prefectureCodes }, i) => prefectureCodes.map((code) => [code, i] as const)));

/** The wholesaler of each municipality, by the same rules as the rows of `wholesaler_areas`. */
export const wholesalerOf = ({ wholesalers }: Companies): ((municipalityCode: string) => number) => {
  const regionOf = byPrefecture();
  return (municipality) => {
    const exception = EXCEPTIONS.find((each) => each.municipality === municipality);
    return wholesalers[exception?.wholesaler ?? regionOf.get(municipality.slice(0, 2)) ?? 0] ?? 0;
  };
};

/** Every prefecture is served for every vaccine of the demo, from the day the vaccine (or its syringes) may come. */
export const wholesalerAreas = ({ wholesalers }: Companies, { pfizer, moderna }: Offices): readonly SeedRow[] => {
  const served = [
    { vaccine_id: pfizer.id, from_day: '2021-02-01' },
    { vaccine_id: moderna.id, from_day: moderna.usableFrom },
  ];
  return served.flatMap((service) => [
    ...[...byPrefecture()].map(([prefecture, region]) => ({
      wholesaler_id: wholesalers[region] ?? 0,
      vaccine_id: service.vaccine_id,
      prefecture_code: prefecture,
      municipality_code: null,
      from_day: service.from_day,
    })),
    ...EXCEPTIONS.map(({ municipality, wholesaler }) => ({
      wholesaler_id: wholesalers[wholesaler] ?? 0,
      vaccine_id: service.vaccine_id,
      prefecture_code: municipality.slice(0, 2),
      municipality_code: municipality,
      from_day: service.from_day,
    })),
  ]);
};
