import { type Municipality, municipalitiesOf, prefectures } from '../features/areas/index.ts';
import { split, splitAbove } from './split.ts';

/** How many venues of each role a municipality has. */
export type Place = { readonly municipality: Municipality; readonly basics: number; readonly satellites: number };

/** The ward whose venues the demo accounts belong to: it has these numbers, whatever the rule says. */
export const HOME = { prefecture: '13', municipality: '131032', basics: 5, satellites: 13 } as const;
const BASICS = 600;
const SATELLITES = 2400;

const isHome = ({ code }: Municipality): boolean => code === HOME.municipality;

/** Venues by people of the prefecture, then by postal towns; a municipality has satellites only where it has a 基本型. */
export const places = (): readonly Place[] => {
  const people = prefectures().map(({ population }) => population);
  const basics = split(BASICS, people);
  const satellites = split(SATELLITES, people);
  return prefectures().flatMap(({ code }, at) => placesOf(code, basics[at] ?? 0, satellites[at] ?? 0));
};

const placesOf = (prefecture: string, basics: number, satellites: number): Place[] => {
  const here = municipalitiesOf(prefecture);
  const home = prefecture === HOME.prefecture ? HOME : { basics: 0, satellites: 0 };
  const withBasics = split(
    basics - home.basics,
    here.map((one) => (isHome(one) ? 0 : one.towns)),
  );
  const some = withBasics.map((count) => Math.min(count, 1));
  const withSatellites = splitAbove(
    satellites - home.satellites,
    here.map(({ towns }, i) => (some[i] ? towns : 0)),
    some,
  );
  return here.map((municipality, i) =>
    isHome(municipality)
      ? { municipality, basics: HOME.basics, satellites: HOME.satellites }
      : { municipality, basics: withBasics[i] ?? 0, satellites: withSatellites[i] ?? 0 },
  );
};
