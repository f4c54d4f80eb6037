import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json above the program: the data files cannot be found.');
  return projectRoot(parent);
};

/** The bytes of a file in this installation's data folder, from the sources and from the bundle alike. */
export const readDataFile = (name: string): Buffer =>
  readFileSync(join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'data', name));
