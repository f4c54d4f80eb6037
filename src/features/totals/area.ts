import { municipalitiesOf, municipalityByCode, prefectureByCode, prefectures } from '../areas/index.ts';

/** What a page of totals is about: the country, a 都道府県 (2 digits) or a 市町村 (6 digits). */
export type Area = {
  readonly level: 'country' | 'prefecture' | 'municipality';
  /** `all` for the country. */
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string | null;
};

export const country: Area = { level: 'country', code: 'all', name: '全国', prefectureCode: null };

/** The area of a code in an address; null when there is none. */
export const areaOf = (code: string): Area | null => {
  if (code === country.code) return country;
  const prefecture = prefectureByCode(code);
  if (prefecture) return { level: 'prefecture', code, name: prefecture.name, prefectureCode: code };
  const municipality = municipalityByCode(code);
  return municipality
    ? { level: 'municipality', code, name: municipality.name, prefectureCode: municipality.prefectureCode }
    : null;
};

/** The areas one level down, by code; none below a 市町村, whose parts are venues. */
export const partsOf = ({ level, code }: Area): readonly { readonly key: string; readonly name: string }[] =>
  (level === 'country' ? prefectures() : level === 'prefecture' ? municipalitiesOf(code) : []).map((part) => ({
    key: part.code,
    name: part.name,
  }));
