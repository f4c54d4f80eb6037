import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One numbered `.sql` file. */
export interface MigrationFile {
  name: string;
  sql: string;
  checksum: string;
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Reads the migrations of a folder in their order; every file has a number of its own. */
export function readMigrations(dir: string): MigrationFile[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  names.forEach((name, index) => {
    const number = NAME.exec(name)?.[1];
    if (!number) throw new Error(`${name}: a migration is named 0001-what-it-does.sql`);
    if (names[index - 1]?.startsWith(number)) throw new Error(`${name}: the number ${number} is taken`);
  });
  return names.map((name) => {
    const sql = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Gives the files still to be applied; throws when an applied one was changed, is missing, or was overtaken. */
export function pending(
  files: MigrationFile[],
  applied: ReadonlyArray<{ name: string; checksum: string }>,
): MigrationFile[] {
  for (const { name, checksum } of applied) {
    const file = files.find((each) => each.name === name);
    if (!file) throw new Error(`migration ${name} was applied to this database, but its file is missing`);
    if (file.checksum !== checksum)
      throw new Error(`migration ${name} was changed after it was applied; add a new one`);
  }
  const todo = files.filter(({ name }) => !applied.some((each) => each.name === name));
  const last = applied
    .map(({ name }) => name)
    .sort()
    .at(-1);
  const late = todo.find(({ name }) => last !== undefined && name < last);
  if (late)
    throw new Error(`migration ${late.name} comes before ${last}, which is already applied; give it a new number`);
  return todo;
}
