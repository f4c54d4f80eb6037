/** Tells the business time. Whatever a rule, a limit or a page calls "now" comes from here. */
export interface Clock {
  now(): Date;
}

/** A clock that starts where it is told, runs on by itself and can be moved forward. */
export interface DemoClock extends Clock {
  /** Moves the clock forward. Going back is refused: what has happened cannot un-happen. */
  moveTo(date: Date): void;
}

/** The clock of production. */
export const realClock: Clock = { now: () => new Date() };

/** A demo clock; whoever moves it keeps `now()` somewhere and starts from there the next time. */
export function demoClock(start: Date, elapsed: () => number = () => performance.now()): DemoClock {
  let base = start.getTime();
  let since = elapsed();
  const now = () => new Date(base + Math.floor(elapsed() - since));
  if (Number.isNaN(base)) throw new RangeError('the demo clock needs a valid start');
  return {
    now,
    moveTo(date) {
      if (!(date.getTime() >= now().getTime())) {
        throw new RangeError(`the demo clock goes forward only: it is ${now().toISOString()}`);
      }
      base = date.getTime();
      since = elapsed();
    },
  };
}
