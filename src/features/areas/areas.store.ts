import type { Municipality, Prefecture } from './areas.ts';
import { once, readCells } from './master-data.store.ts';

const byCode = <T extends { readonly code: string }>(areas: readonly T[]): ReadonlyMap<string, T> =>
  new Map(areas.map((area) => [area.code, area]));

/** All 47, by code. */
export const prefectures = once((): readonly Prefecture[] =>
  readCells('areas/prefectures.csv').map(([code = '', name = '', kana = '', population]) => ({
    code,
    name,
    kana,
    population: Number(population),
  })),
);

/** All 1,741, by code. */
export const municipalities = once((): readonly Municipality[] =>
  readCells('areas/municipalities.csv').map(
    ([code = '', prefectureCode = '', county = '', name = '', kana = '', towns]) => ({
      code,
      prefectureCode,
      county,
      name,
      kana,
      towns: Number(towns),
    }),
  ),
);

const prefectureIndex = once(() => byCode(prefectures()));
const municipalityIndex = once(() => byCode(municipalities()));
const membersIndex = once(
  () => new Map(prefectures().map(({ code }) => [code, municipalities().filter((one) => one.prefectureCode === code)])),
);

/** The prefecture with this code of 2 digits. */
export const prefectureByCode = (code: string): Prefecture | undefined => prefectureIndex().get(code);

/** The municipality with this code of 6 digits. */
export const municipalityByCode = (code: string): Municipality | undefined => municipalityIndex().get(code);

/** The municipalities of a prefecture (code of 2 digits), by code; none for an unknown code. */
export const municipalitiesOf = (prefectureCode: string): readonly Municipality[] =>
  membersIndex().get(prefectureCode) ?? [];
