import type { Db, Tx } from '../../platform/db/index.ts';

/** Reads for the public, each in a short transaction that sees what anyone may see. */
export type Reader = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Said when the database does not answer: what is kept is shown instead. */
const databaseAway = 'the database is away';

const patienceMs = 2_500;
/** After a failure nobody waits for the database for this long. */
const restMs = 2_000;

/** A reader that gives up early: the site has something to show without the database. */
export const publicReader = (db: Db): Reader => {
  let awayUntil = 0;
  return async (work) => {
    if (performance.now() < awayUntil) throw new Error(databaseAway);
    let late: NodeJS.Timeout | undefined;
    const giveUp = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error(databaseAway)), patienceMs);
      late.unref();
    });
    try {
      return await Promise.race([db.transaction({ role: 'web', readOnly: true }, work), giveUp]);
    } catch (thrown) {
      awayUntil = performance.now() + restMs;
      throw thrown;
    } finally {
      clearTimeout(late);
    }
  };
};
