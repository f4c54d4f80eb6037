import type { Municipality } from '../../src/features/areas/index.ts';
import type { ListedMunicipality } from './code-list.ts';
import type { PostalRow } from './postal-row.ts';
import { townNames } from './town-names.ts';
import { type DesignatedCity, type Unit, unitOf } from './unit-of.ts';

export type MasterData = {
  readonly municipalities: readonly Municipality[];
  /** Postal code, municipality code and town between tabs; sorted by bytes, none twice. */
  readonly postalLines: readonly string[];
};

type Found = { readonly unit: Unit; readonly towns: Set<string> };

const collect = (rows: readonly PostalRow[], cities: readonly DesignatedCity[]) => {
  const found = new Map<string, Found>();
  const lines = new Set<string>();
  for (const row of rows) {
    const unit = unitOf(row, cities);
    const entry = found.get(unit.code) ?? { unit, towns: new Set<string>() };
    found.set(unit.code, entry);
    for (const name of townNames(row.townColumn)) {
      lines.add(`${row.postalCode}\t${unit.code}\t${unit.ward}${name}`);
      if (name !== '') entry.towns.add(unit.ward + name);
    }
  }
  return { found, lines };
};

const inOnlyOne = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] =>
  [...a.keys(), ...b.keys()].filter((code) => !(a.has(code) && b.has(code))).sort();

const toMunicipality = ({ unit, towns }: Found, listed?: ListedMunicipality): Municipality => ({
  code: unit.code,
  prefectureCode: unit.prefectureCode,
  county: unit.county,
  name: listed?.name ?? unit.name,
  kana: listed?.kana ?? unit.kana,
  towns: Math.max(1, towns.size),
});

/**
 * Rows of the postal file → what the product ships. With 総務省's list its names and kana count, and a municipality that
 * only one of the two knows is an error: the files are of different dates.
 */
export const buildMasterData = (
  rows: readonly PostalRow[],
  cities: readonly DesignatedCity[],
  codeList?: ReadonlyMap<string, ListedMunicipality>,
): MasterData => {
  const { found, lines } = collect(rows, cities);
  const strangers = codeList ? inOnlyOne(found, codeList) : [];
  if (strangers.length > 0) throw new Error(`In only one of the two files: ${strangers.join(', ')}`);
  return {
    municipalities: [...found.values()]
      .map((one) => toMunicipality(one, codeList?.get(one.unit.code)))
      .sort((a, b) => a.code.localeCompare(b.code, 'en')),
    postalLines: [...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  };
};
