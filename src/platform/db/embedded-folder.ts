import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import type { Log } from './types.ts';

/** The major version of PostgreSQL inside PGlite; a folder of another one cannot be opened. */
const EMBEDDED_MAJOR = '18';

/** The folder of the embedded database, held for this process. */
export interface Folder {
  /** Where PostgreSQL's own files are. */
  path: string;
  /** True when there is no database in it yet. */
  blank: boolean;
  /** Says that the database is complete now. */
  ready(): void;
  /** Gives the folder free. */
  release(): void;
}

/**
 * Takes the folder for this process: refuses when another process holds it or another version wrote it, and clears
 * away a database whose creation was cut off (nobody has been able to write to it yet).
 */
export async function openFolder(dataDir: string, log: Log): Promise<Folder> {
  mkdirSync(dataDir, { recursive: true });
  const release = await lockFolder(dataDir);
  try {
    const path = join(dataDir, 'db');
    const creating = join(dataDir, 'creating');
    if (existsSync(creating)) {
      log.warn({ path }, 'the database folder was left half made: making it again');
      rmSync(path, { recursive: true, force: true });
    }
    refuseOtherVersion(dataDir);
    refuseOtherVersion(path);
    const blank = !existsSync(join(path, 'PG_VERSION'));
    if (blank) writeFileSync(creating, '');
    return { path, blank, ready: () => rmSync(creating, { force: true }), release };
  } catch (error) {
    release();
    throw error;
  }
}

function refuseOtherVersion(path: string): void {
  const file = join(path, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found === EMBEDDED_MAJOR) return;
  throw new Error(
    `データベースのフォルダー ${path} は PostgreSQL ${found} の形式です（このプログラムは ${EMBEDDED_MAJOR}）。` +
      '元の版で npm run admin -- export を実行し、この版で npm run admin -- import を実行してください。\n' +
      `The database folder ${path} was written by PostgreSQL ${found}; this program has ${EMBEDDED_MAJOR}. ` +
      'Run "npm run admin -- export" with the old version and "npm run admin -- import" with this one.',
  );
}
