import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Admin } from './database.ts';
import { root } from './program.ts';

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
};

/** How many others wanted the processors: with a load far above their number, times say little and only ratios hold. */
export const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1);

/** On what it was measured, as lines of the document. */
export const machineOf = async (admin: Admin, loadBefore: string): Promise<readonly string[]> => {
  const { rows } = await admin.query<{ version: string; size: string }>(
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  const processors = cpus();
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}, commit ${commit()}`,
    `Machine: ${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${type()} ${release()}; client, program, floors and PostgreSQL share it; load average ${loadBefore} before, ${loadNow()} after`,
    `Node ${process.versions.node}, PostgreSQL ${rows[0]?.version} (fsync and synchronous_commit off, no autovacuum during the run), database ${rows[0]?.size}`,
  ];
};
