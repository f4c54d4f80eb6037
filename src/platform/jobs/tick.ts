import { sql } from 'kysely';
import type { Clock, DemoClock } from '../clock/index.ts';
import type { Db, Tx } from '../db/index.ts';

/** A room that has work at business moments. `C` is what the house gives to work without an actor. */
export interface DueRoom<C> {
  readonly name: string;
  /** Does what has come due; idempotent, because it is called again and again. */
  readonly due?: (ctx: C, now: Date) => Promise<void>;
  /** The moments in (from, to] at which `due` would have something to do. */
  readonly dueMoments?: (ctx: C, from: Date, to: Date) => Promise<readonly Date[]>;
}

/** Makes the context of one room's transaction. */
export type CtxOf<C> = (tx: Tx, now: Date) => C;

/**
 * Calls `due` of every room, each in a transaction of its own that sees every row. A room that fails is logged and
 * does not stop the others; the names of those that failed come back.
 */
export async function runDue<C>(
  rooms: ReadonlyArray<DueRoom<C>>,
  db: Db,
  clock: Clock,
  ctxOf: CtxOf<C>,
): Promise<{ failed: string[] }> {
  const now = clock.now();
  const failed: string[] = [];
  for (const { name, due } of rooms) {
    if (!due) continue;
    try {
      await db.transaction({ role: 'all' }, async (tx) => {
        // Another process of the same system may tick at the same moment: one after the other.
        await sql`select pg_advisory_xact_lock(hashtext(${`due:${name}`}))`.execute(tx);
        await due(ctxOf(tx, now), now);
      });
    } catch (error) {
      failed.push(name);
      db.log.error({ err: error, room: name, now }, 'due work failed');
    }
  }
  return { failed };
}

/**
 * Moves the demo clock to `to`, stopping at every moment at which some room has work. `between` runs after each stop
 * (sending the mails, say), so that things happen in the order in which they would have.
 */
export async function stepClock<C>(
  clock: DemoClock,
  to: Date,
  rooms: ReadonlyArray<DueRoom<C>>,
  db: Db,
  ctxOf: CtxOf<C>,
  between: () => Promise<void> = async () => {},
): Promise<{ stops: number; failed: string[] }> {
  let at = clock.now();
  if (!(to.getTime() >= at.getTime())) throw new RangeError('the demo clock goes forward only');
  const failed = new Set<string>();
  for (let stops = 1; ; stops++) {
    const next = await nextMoment(rooms, db, at, to, ctxOf);
    at = next ?? to;
    if (at.getTime() >= clock.now().getTime()) clock.moveTo(at);
    const stop = at;
    const result = await runDue(rooms, db, { now: () => stop }, ctxOf);
    for (const name of result.failed) failed.add(name);
    await between();
    if (!next || next.getTime() >= to.getTime()) return { stops, failed: [...failed] };
  }
}

async function nextMoment<C>(
  rooms: ReadonlyArray<DueRoom<C>>,
  db: Db,
  from: Date,
  to: Date,
  ctxOf: CtxOf<C>,
): Promise<Date | undefined> {
  let first: number | undefined;
  for (const { name, dueMoments } of rooms) {
    if (!dueMoments) continue;
    try {
      const moments = await db.transaction({ role: 'all', readOnly: true }, (tx) =>
        dueMoments(ctxOf(tx, from), from, to),
      );
      for (const moment of moments) {
        const ms = moment.getTime();
        if (ms > from.getTime() && ms <= to.getTime() && (first === undefined || ms < first)) first = ms;
      }
    } catch (error) {
      db.log.error({ err: error, room: name }, 'due moments failed');
    }
  }
  return first === undefined ? undefined : new Date(first);
}
