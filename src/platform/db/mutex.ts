/** Runs one piece of work after the other, in the order of asking. */
export type Mutex = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a queue of its own. */
export function mutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
