import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Db, openDatabase } from '../../../src/platform/db/index.ts';
import { quiet } from './log.ts';
import { addressAs, createDatabase, LOGINS } from './server-template.ts';
import { CACHE, ROOT } from './template.ts';

let made = 0;

/** A database with nothing in it, on the engine under test; close it yourself. For tests of the platform. */
export async function emptyDb(): Promise<Db> {
  const given = inject('database');
  if (!('admin' in given)) return openDatabase({ template: await bareDump(), log: quiet });
  const name = `${given.run}_${process.pid}_${++made}`;
  await createDatabase(given.admin, name);
  const url = addressAs(given.admin, LOGINS.app, name);
  return openDatabase({ url, migrationUrl: addressAs(given.admin, LOGINS.owner, name), log: quiet });
}

/** A dump of a fresh embedded database, kept because making one takes seconds. */
export async function bareDump(): Promise<Uint8Array> {
  const engine = readFileSync(join(ROOT, 'node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(engine) as { version: string };
  const path = join(CACHE, `db-bare-${version}.tar.gz`);
  if (existsSync(path)) return readFileSync(path);
  const db = await openDatabase({ log: quiet });
  const dump = new Uint8Array((await (await db.dump?.())?.arrayBuffer()) ?? []);
  await db.close();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, dump);
  renameSync(`${path}.${process.pid}`, path);
  return dump;
}

/** A folder of migrations made of name → SQL, and what removes it. */
export function migrationsOf(files: Record<string, string>): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'v-sys-migrations-'));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(dir, name), sql);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
