import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { municipalityByCode, prefectureByCode } from './areas.store.ts';
import type { PostalTown } from './areas.ts';
import { dataPath, once } from './master-data.store.ts';
import { parsePostalCode } from './postal-code.ts';
import { linesWithPrefix } from './sorted-lines.ts';

/** Lines of postal code, municipality code and town between tabs, sorted; unpacked at the first look-up (3 MB). */
const postalLines = once(() => gunzipSync(readFileSync(dataPath('areas/postal-codes.tsv.gz'))));

const toPostalTown = (code: string, line: string): PostalTown => {
  const [, municipalityCode = '', town = ''] = line.split('\t');
  const municipality = municipalityByCode(municipalityCode);
  const prefecture = prefectureByCode(municipalityCode.slice(0, 2));
  if (!municipality || !prefecture)
    throw new Error(`Postal code ${code} names an unknown municipality: ${municipalityCode}`);
  return { code, prefecture, municipality, town };
};

/**
 * The places a postal code stands for, however it is typed; none when it is unknown or no postal code. A code can mean
 * several towns, even of two prefectures. A line of 5 digits covers all codes of a tower block that begin with them.
 */
export const lookUpPostalCode = (typed: string): readonly PostalTown[] => {
  const code = parsePostalCode(typed);
  if (code === null) return [];
  const exact = linesWithPrefix(postalLines(), `${code}\t`);
  const lines = exact.length > 0 ? exact : linesWithPrefix(postalLines(), `${code.slice(0, 5)}\t`);
  return lines.map((line) => toPostalTown(code, line));
};
