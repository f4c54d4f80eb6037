import type { Db, Tx } from '../../platform/db/index.ts';

/** Reads for the public, each in a short transaction that sees what anyone may see. */
export type Reader = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Said when the database does not answer: what is kept is shown instead. */
const databaseAway = 'the database is away';

const patienceMs = 2_500;
/** After a failure nobody waits for the database for this long. */
const restMs = 2_000;

/** A database that finds fault with a value (SQLSTATE of class 22) is there: one odd address must not shut the site. */
const isAnswer = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && /^22[0-9A-Z]{3}$/.test(String(thrown.code));

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
      // Who reads shows what is kept and says no more of it, so it is noted here: at most once in `restMs` while it is away.
      db.log.warn({ err: thrown }, 'the public site could not read');
      if (!isAnswer(thrown)) awayUntil = performance.now() + restMs;
      throw thrown;
    } finally {
      clearTimeout(late);
    }
  };
};
