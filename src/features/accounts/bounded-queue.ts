/** Runs so many pieces of work at once and lets so many wait; `full` makes what is thrown at the next one. */
export const boundedQueue = (atOnce: number, waitingAtMost: number, full: () => Error) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= waitingAtMost) throw full();
    else await new Promise<void>((goOn) => waiting.push(goOn));
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
