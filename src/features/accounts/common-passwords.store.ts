import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldPassword } from './password-rules.ts';

const folderAbove = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json above the program: the data files cannot be found.');
  return folderAbove(parent);
};

const read = (): ReadonlySet<string> => {
  const file = join(folderAbove(dirname(fileURLToPath(import.meta.url))), 'data', 'common-passwords.txt');
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('# ')));
};

let list: ReadonlySet<string> | undefined;

/** Is it one of the passwords that everybody tries first? Capitals make no difference. */
export const isCommonPassword = (typed: string): boolean => {
  list ??= read();
  return list.has(foldPassword(typed).toLowerCase());
};
