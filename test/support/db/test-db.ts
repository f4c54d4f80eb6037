import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { type Db, openDatabase } from '../../../src/platform/db/index.ts';
import { quiet } from './log.ts';
import { resetDatabase } from './reset.ts';
import { addressAs, asAdmin, createDatabase, LOGINS } from './server-template.ts';

export interface TestDb {
  db: Db;
  /** Brings the database back to what the migrations left; call it in `beforeEach`. */
  reset(): Promise<void>;
}

// On the process and not in the module: with isolation each file has modules of its own.
const kept = globalThis as { [KEY]?: Promise<TestDb> };
const KEY = Symbol.for('v-sys test database');

/** The database of this worker, made on first use and empty at each call. It is kept until the worker ends. */
export async function testDb(): Promise<TestDb> {
  kept[KEY] ??= open();
  const made = await kept[KEY];
  await made.reset();
  return made;
}

async function open(): Promise<TestDb> {
  const given = inject('database');
  if ('problem' in given) throw new Error(`the database of the tests could not be made: ${given.problem}`);
  if ('admin' in given) return openOnServer(given);
  const db = await openDatabase({ template: readFileSync(given.template), log: quiet });
  return { db, reset: () => db.raw.session('owner', resetDatabase) };
}

async function openOnServer({
  admin,
  template,
  run,
}: {
  admin: string;
  template: string;
  run: string;
}): Promise<TestDb> {
  const name = `${run}_${process.pid}`;
  await createDatabase(admin, name, template);
  const db = await openDatabase({
    url: addressAs(admin, LOGINS.app, name),
    migrationUrl: addressAs(admin, LOGINS.owner, name),
    log: quiet,
  });
  return { db, reset: () => asAdmin(admin, name, resetDatabase) };
}
