import { gunzipSync } from 'node:zlib';
import { readDataFile } from '../seed/index.ts';
import type { Random } from './random.ts';

/** A postal town of a municipality. */
export type Town = { readonly postalCode: string; readonly name: string };
export type Address = Town & { readonly street: string };

/** Real towns by municipality code; tower blocks (codes of 5 digits) and rests of a municipality (no town) are left out. */
export const townsByMunicipality = (): ReadonlyMap<string, readonly Town[]> => {
  const towns = new Map<string, Town[]>();
  for (const line of gunzipSync(readDataFile('areas/postal-codes.tsv.gz')).toString('utf8').split('\n')) {
    const [postalCode = '', municipality = '', name = ''] = line.split('\t');
    if (postalCode.length !== 7 || name === '') continue;
    const known = towns.get(municipality);
    if (known) known.push({ postalCode, name });
    else towns.set(municipality, [{ postalCode, name }]);
  }
  return towns;
};

/** A street number that no house has: the blocks of a town do not go up to 90. */
const streetBy = (random: Random): string =>
  `${random.between(1, 5)}-${random.between(91, 99)}-${random.between(1, 20)}`;

export const addressBy = (random: Random, towns: readonly Town[]): Address => ({
  ...(towns.length > 0 ? random.pick(towns) : { postalCode: '', name: '' }),
  street: streetBy(random),
});
