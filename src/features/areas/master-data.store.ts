import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json above the program: the data files cannot be found.');
  return projectRoot(parent);
};

/** `areas/prefectures.csv` → its path in the data folder of this installation, from the sources and from the bundle alike. */
export const dataPath = (name: string): string =>
  join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'data', name);

/** The cells of a data file without its head line. These files are written by our own command and never quote a cell. */
export const readCells = (name: string): readonly (readonly string[])[] =>
  readFileSync(dataPath(name), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** Calls `make` once, at the first use, and keeps what it gave. */
export const once = <T>(make: () => T): (() => T) => {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
};
