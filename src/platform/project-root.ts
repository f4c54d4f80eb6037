import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootAbove = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json above the program: its files cannot be found.');
  return rootAbove(parent);
};

/** The folder of this installation, from the sources and from the bundle alike. */
export const projectRoot = (): string => rootAbove(dirname(fileURLToPath(import.meta.url)));
