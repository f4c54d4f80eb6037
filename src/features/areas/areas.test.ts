import { describe, expect, it } from 'vitest';
import {
  isMunicipalityCode,
  municipalities,
  municipalitiesOf,
  municipalityByCode,
  populationOf,
  prefectureByCode,
  prefectures,
  regions,
  withCheckDigit,
} from './index.ts';

const codes = (areas: readonly { readonly code: string }[]): readonly string[] => areas.map(({ code }) => code);

describe('prefectures', () => {
  it('are 47, numbered from north to south', () => {
    expect(codes(prefectures())).toEqual(Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0')));
    expect(prefectureByCode('13')).toEqual({
      code: '13',
      name: '東京都',
      kana: 'とうきょうと',
      population: 14_047_594,
    });
    expect(prefectureByCode('48')).toBeUndefined();
  });

  it('have the people of the census of 2020', () => {
    expect(prefectures().reduce((sum, { population }) => sum + population, 0)).toBe(126_146_099);
  });

  it('lie in one region each', () => {
    expect(regions().flatMap(({ prefectureCodes }) => prefectureCodes)).toEqual(codes(prefectures()));
  });
});

describe('municipalities', () => {
  it('are exactly 1,741, 23 of them special wards', () => {
    expect(municipalities()).toHaveLength(1741);
    expect(municipalitiesOf('13').filter(({ name }) => name.endsWith('区'))).toHaveLength(23);
    expect(municipalities().filter(({ name }) => name.endsWith('区'))).toHaveLength(23);
  });

  it('each have a code of their own with the right check digit, in their prefecture', () => {
    expect(new Set(codes(municipalities())).size).toBe(1741);
    for (const { code, prefectureCode } of municipalities()) {
      expect(isMunicipalityCode(code)).toBe(true);
      expect(code.slice(0, 2)).toBe(prefectureCode);
    }
    expect(prefectures().flatMap(({ code }) => codes(municipalitiesOf(code)))).toEqual(codes(municipalities()));
  });

  it.each([
    ['011002', '札幌市'],
    ['131016', '千代田区'],
    ['131130', '渋谷区'],
    ['232131', '西尾市'],
    ['261009', '京都市'],
    ['271004', '大阪市'],
  ])('%s is %s', (code, name) => expect(municipalityByCode(code)?.name).toBe(name));

  it('are of every kind as many as there are', () => {
    const ending = (letter: string): number => municipalities().filter(({ name }) => name.endsWith(letter)).length;
    expect([ending('市'), ending('町'), ending('村')]).toEqual([792, 743, 183]);
  });

  it('have a name without 郡, a kana in hiragana and at least one town', () => {
    for (const { name, kana, county, towns } of municipalities()) {
      expect(name).toMatch(/^\p{L}+[市区町村]$/u);
      expect(kana).toMatch(/^[ぁ-ゖー]+(し|く|まち|ちょう|むら|そん)$/);
      expect(county).toMatch(/^$|郡$/);
      expect(towns).toBeGreaterThan(0);
    }
    expect(municipalityByCode('103446')).toMatchObject({ county: '北群馬郡', name: '榛東村', kana: 'しんとうむら' });
    expect(municipalityByCode('134015')).toMatchObject({ county: '', name: '八丈町', kana: 'はちじょうまち' });
  });

  it('can be told apart by name within a prefecture', () => {
    expect(new Set(municipalities().map(({ prefectureCode, name }) => prefectureCode + name)).size).toBe(1741);
  });
});

describe('a municipality code', () => {
  it('is 6 digits, of no prefecture, with its check digit', () => {
    expect(withCheckDigit('23213')).toBe('232131');
    expect(['232132', '23213', '2321310', '130001', '480002', '', '２３２１３１'].some(isMunicipalityCode)).toBe(false);
    expect(() => withCheckDigit('2321')).toThrow(RangeError);
  });

  it('shows one wrong digit, but for the two remainders that share the check digit 1', () => {
    for (const { code } of municipalities())
      for (const at of [0, 1, 2, 3, 4]) {
        const wrong = `${code.slice(0, at)}${(Number(code[at]) + 1) % 10}${code.slice(at + 1)}`;
        if (isMunicipalityCode(wrong)) expect(code.at(-1)).toBe('1');
      }
  });
});

describe('populations', () => {
  it('are known for every municipality, and come to those of the first count of 2020', () => {
    expect(municipalities().filter(({ code }) => populationOf(code) === null)).toEqual([]);
    expect(municipalities().reduce((sum, { code }) => sum + (populationOf(code) ?? 0), 0)).toBe(126_226_568);
    expect(['131032', '232131', '075469', '13'].map(populationOf)).toEqual([260_851, 169_127, 0, 14_047_594]);
    expect(populationOf('999999')).toBeNull();
  });
});
