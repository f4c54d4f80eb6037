import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { Municipality } from '../../src/features/areas/index.ts';
import type { MasterData } from './build.ts';
import type { DesignatedCity } from './unit-of.ts';

const HEAD = 'code,prefectureCode,county,name,kana,towns';

const toLine = ({ code, prefectureCode, county, name, kana, towns }: Municipality): string =>
  [code, prefectureCode, county, name, kana, towns].join(',');

/** The table of the 20 designated cities, kept by hand in the data folder. */
export const readDesignatedCities = (folder: string): readonly DesignatedCity[] =>
  readFileSync(join(folder, 'designated-cities.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([code = '', name = '', kana = '']) => ({ code, name, kana }));

/** Writes municipalities.csv and postal-codes.tsv.gz into the folder; the same data give the same bytes. */
export const writeMasterData = (folder: string, { municipalities, postalLines }: MasterData): void => {
  writeFileSync(join(folder, 'municipalities.csv'), `${[HEAD, ...municipalities.map(toLine)].join('\n')}\n`);
  const packed = gzipSync(`${postalLines.join('\n')}\n`, { level: constants.Z_BEST_COMPRESSION });
  // Byte 9 names the operating system that packed; fixed, so that the file does not differ from machine to machine.
  packed[9] = 255;
  writeFileSync(join(folder, 'postal-codes.tsv.gz'), packed);
};
