import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
/** Bytes that a run may fill there; a container often has 64 MB. */
const needed = 4 * 1024 ** 3;

const hasRoom = (): boolean => {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= needed;
};

/** Where tests keep what lives for one run: in memory where there is room, since databases are copied and flushed often. */
export const workplace = hasRoom() ? memory : tmpdir();
