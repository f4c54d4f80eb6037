import { parse } from 'csv-parse/sync';
import { isMunicipalityCode } from '../../src/features/areas/index.ts';
import { toHiragana } from './kana.ts';

/** A line of 総務省's list of codes. */
export type ListedMunicipality = { readonly code: string; readonly name: string; readonly kana: string };

/** Six villages of the Northern Territories: in JIS X 0402, without residents, not among the 1,741. */
const isNorthernTerritory = (code: string): boolean => code >= '016950' && code <= '017009';

/** The second sheet of the list: wards of designated cities. */
const isWard = (name: string): boolean => /^.+市.+区$/.test(name);

// Columns: 団体コード, 都道府県名, 市区町村名, both again in kana. A spreadsheet may have dropped the leading zero.
const readListed = (cells: readonly string[]): ListedMunicipality => {
  const [code = '', , name = '', , kana = ''] = cells;
  return { code: code.trim().padStart(6, '0'), name: name.trim(), kana: toHiragana(kana.trim()) };
};

/** Text of 総務省's list as CSV → its municipalities by code. Head lines, prefectures, wards and the Northern Territories are left out. */
export const readCodeList = (text: string): ReadonlyMap<string, ListedMunicipality> =>
  new Map(
    (parse(text, { relaxColumnCount: true, skipEmptyLines: true }) as string[][])
      .map(readListed)
      .filter(
        ({ code, name }) => isMunicipalityCode(code) && name !== '' && !isWard(name) && !isNorthernTerritory(code),
      )
      .map((listed) => [listed.code, listed]),
  );
