import type { Log } from '../db/index.ts';

/** Calls the work every so often, never twice at once; gives back what stops it and waits for the call at hand. */
export function startTicker(work: () => Promise<unknown>, log: Log, everyMs = 60_000): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch((error: unknown) => log.error({ err: error }, 'the tick failed'))
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
