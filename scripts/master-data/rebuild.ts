// Rebuilds data/areas from the official files: see docs/master-data.md.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildMasterData } from './build.ts';
import { readCodeList } from './code-list.ts';
import { readKenAll } from './ken-all.ts';
import { readOfficialText } from './official-text.ts';
import { readDesignatedCities, writeMasterData } from './write.ts';

const USAGE =
  'Usage: node scripts/master-data/rebuild.ts --ken-all KEN_ALL.CSV [--codes LIST.csv] [--out FOLDER] [--partial]';

const DATA_FOLDER = join(import.meta.dirname, '../../data/areas');

/** A file with fewer municipalities is an excerpt: there are 1,741, and mergers have become rare. */
const WHOLE_COUNTRY = 1700;

/** Runs the command and tells how it went, in one line. Throws, having written nothing, when the files do not fit. */
export const main = (args: readonly string[]): string => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'ken-all': { type: 'string' },
      codes: { type: 'string' },
      out: { type: 'string' },
      partial: { type: 'boolean', default: false },
    },
  });
  if (!values['ken-all']) throw new Error(USAGE);
  const codeList = values.codes ? readCodeList(readOfficialText(values.codes)) : undefined;
  const rows = readKenAll(readOfficialText(values['ken-all']));
  const built = buildMasterData(rows, readDesignatedCities(DATA_FOLDER), codeList);
  const count = built.municipalities.length;
  if (count < WHOLE_COUNTRY && !(values.partial && values.out))
    throw new Error(`Only ${count} municipalities: an excerpt is written with --partial, to a folder given by --out.`);
  const folder = values.out ?? DATA_FOLDER;
  writeMasterData(folder, built);
  return `${count} municipalities, ${built.postalLines.length} postal towns written to ${folder}`;
};

if (import.meta.main) {
  try {
    console.log(main(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
