import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/**
 * Room for pages of tables, all of it cleared at each start: half of what PGlite takes by itself, so that a start costs
 * a third less, and still more than a whole demo world (52 MB).
 */
export const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=64MB'];

/**
 * How a database on disk is started: PGlite turns fsync off, so that a power cut could lose or break what was
 * committed. With `wal_sync_method=fsync` and `flushForReal` every commit is on the disk before it is answered.
 */
export const DURABLE_START = [...START.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];

/** Gives PGlite's view of our file system the fsync that it lacks. */
export function flushForReal(pg: PGlite): void {
  const { NODEFS } = pg.Module as unknown as { NODEFS?: { stream_ops?: Record<string, unknown> } };
  if (!NODEFS?.stream_ops?.write) throw new Error('PGlite changed inside: its file operations are not where they were');
  NODEFS.stream_ops.fsync = ({ nfd }: { nfd?: number }): number => {
    if (nfd !== undefined) fs.fsyncSync(nfd);
    return 0;
  };
}
