import { withCheckDigit } from '../../src/features/areas/index.ts';
import { toHiragana } from './kana.ts';
import type { PostalRow } from './postal-row.ts';

/** The municipality a postal row belongs to, and the ward when that is a designated city. */
export type Unit = {
  readonly code: string;
  readonly prefectureCode: string;
  readonly county: string;
  readonly name: string;
  readonly kana: string;
  readonly ward: string;
};

export type DesignatedCity = { readonly code: string; readonly name: string; readonly kana: string };

/** 日本郵便 puts the island before two municipalities of 東京; their official names are without. */
const ISLAND = /^(三宅島|八丈島)(?=三宅村|八丈町)/;
const ISLAND_KANA = /^(みやけじま|はちじょうじま)/;

const splitCounty = (name: string, kana: string): { county: string; name: string; kana: string } => {
  if (ISLAND.test(name)) return { county: '', name: name.replace(ISLAND, ''), kana: kana.replace(ISLAND_KANA, '') };
  const parts = /^(.+?郡)(.+[町村])$/.exec(name);
  if (!parts) return { county: '', name, kana };
  // The last ぐん ends the 郡: 北群馬郡 has one before.
  return { county: parts[1] ?? '', name: parts[2] ?? '', kana: kana.slice(kana.lastIndexOf('ぐん') + 2) };
};

const cityOfWard = (row: PostalRow, cities: readonly DesignatedCity[]): Unit | undefined => {
  const [, cityName, ward = ''] = /^(.+?市)(.+区)$/.exec(row.cityName) ?? [];
  if (!cityName) return undefined;
  const prefectureCode = row.jisCode.slice(0, 2);
  const city = cities.find(({ code, name }) => name === cityName && code.startsWith(prefectureCode));
  if (!city) throw new Error(`${row.cityName} (${row.jisCode}) is a ward of a city missing in designated-cities.csv.`);
  return { ...city, prefectureCode, county: '', ward };
};

/** Wards of designated cities → their city; everything else → itself, with the check digit and the 郡 set apart. */
export const unitOf = (row: PostalRow, cities: readonly DesignatedCity[]): Unit =>
  cityOfWard(row, cities) ?? {
    code: withCheckDigit(row.jisCode),
    prefectureCode: row.jisCode.slice(0, 2),
    ...splitCounty(row.cityName, toHiragana(row.cityKana)),
    ward: '',
  };
