import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, openDatabase } from '../../../src/platform/db/index.ts';
import { quiet } from './log.ts';
import { markAsTest } from './marker.ts';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const MIGRATIONS = join(ROOT, 'migrations');
export const CACHE = join(ROOT, '.cache');
const KEPT = 4;

/** Names what the template depends on: the migrations, what `migrate` does beside them, and the engine. */
function templateKey(): string {
  const hash = createHash('sha256');
  const inputs = [
    ...filesIn(MIGRATIONS),
    ...filesIn(join(ROOT, 'src/platform/db')),
    join(ROOT, 'src/platform/jobs/queues.ts'),
    join(ROOT, 'src/platform/jobs/schema.ts'),
    join(ROOT, 'test/support/db/marker.ts'),
    join(ROOT, 'node_modules/@electric-sql/pglite/package.json'),
    join(ROOT, 'node_modules/pg-boss/package.json'),
  ];
  for (const file of inputs) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The path of a dump of the migrated, empty database; made when there is none for the present migrations. */
export async function prepareTemplate(): Promise<string> {
  const path = join(CACHE, `db-template-${templateKey()}.tar.gz`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const db = await openDatabase({ log: quiet });
  try {
    await migrate(db, MIGRATIONS);
    await db.raw.session('owner', markAsTest);
    const dump = await db.dump?.();
    if (!dump) throw new Error('the embedded engine gives no dump');
    // Several runs may build it at once: each writes its own file, the last rename wins with equal content.
    const own = `${path}.${process.pid}`;
    writeFileSync(own, new Uint8Array(await dump.arrayBuffer()));
    renameSync(own, path);
  } finally {
    await db.close();
  }
  removeOld();
  return path;
}

function filesIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => /\.(sql|ts)$/.test(name) && !name.includes('.test.'))
    .sort()
    .map((name) => join(dir, name));
}

function removeOld(): void {
  const age = (path: string) => statSync(path).mtimeMs;
  const all = readdirSync(CACHE).filter((name) => /^db-template-\w+\.tar\.gz$/.test(name));
  const byAge = all.map((name) => join(CACHE, name)).sort((a, b) => age(b) - age(a));
  for (const path of byAge.slice(KEPT)) rmSync(path, { force: true });
}
