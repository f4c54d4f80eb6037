/** Rows of a long file: so many of so many. */
export type Progress = { readonly done: number; readonly total: number };

const everyMs = 1_000;

/**
 * Writes now and then how far a long work is. Started before its transaction, so that what is written is no part of
 * it; one write at a time, and a write that fails is made up by the next.
 */
export const watchProgress = (write: (progress: Progress) => Promise<void>) => {
  let now: Progress | null = null;
  let written: Progress | null = null;
  let writing: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy || now === written || now === null) return;
    busy = true;
    const next = now;
    writing = write(next)
      .then(
        () => {
          written = next;
        },
        () => undefined,
      )
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  return {
    say: (progress: Progress): void => {
      now = progress;
    },
    /** Resolves when nothing is being written any more. */
    end: async (): Promise<void> => {
      clearInterval(timer);
      await writing;
    },
  };
};
