import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/** The locks of this process. One that nobody points to would be collected as garbage, and its folder open to others. */
const taken = new Set<DatabaseSync>();

/**
 * Takes a folder for this process alone and gives back what releases it.
 *
 * The lock itself is the operating system's file lock that SQLite takes on an empty file: the kernel frees it with the
 * process, also after `kill -9`, so there is nothing stale to take over, and a pid that was given out again (or is
 * the same in two containers) cannot deceive it. The text file beside it only says who holds the folder.
 */
export async function lockFolder(dataDir: string): Promise<() => void> {
  const { DatabaseSync } = await import('node:sqlite');
  const lock = new DatabaseSync(join(dataDir, 'lock'));
  const holder = join(dataDir, 'lock-holder.json');
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive');
  } catch {
    lock.close();
    throw new Error(heldMessage(dataDir, holder));
  }
  writeFileSync(holder, `${JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() })}\n`);
  taken.add(lock);
  return () => {
    if (taken.delete(lock)) lock.close();
  };
}

function heldMessage(dataDir: string, holder: string): string {
  const { pid, host, since } = whoHolds(holder);
  return (
    `データベースのフォルダー ${dataDir} は、別のプロセス（pid ${pid}、${host}、${since} から）が使用中です。` +
    'そのプロセスを止めるか、DATA_DIR に別のフォルダーを指定してください。\n' +
    `The database folder ${dataDir} is held by another process (pid ${pid} on ${host}, since ${since}). ` +
    'Stop that process or set DATA_DIR to another folder.'
  );
}

function whoHolds(holder: string): Record<'pid' | 'host' | 'since', string> {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(holder, 'utf8')) as Record<string, unknown>;
    return { pid: String(pid), host: String(host), since: String(since) };
  } catch {
    return { pid: '?', host: '?', since: '?' };
  }
}
