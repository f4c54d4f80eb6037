export type KeptState<State> = {
  /** What is kept, also what is being made for the first time; null: nothing yet. */
  readonly current: () => Promise<State | null>;
  readonly keep: (state: State) => State;
  /** Makes the first state, unless somebody was faster; who asks meanwhile waits for it. */
  readonly makeFirst: (make: () => Promise<State>) => Promise<void>;
};

/** One state a process, e.g. an index, which is made once after the start and then follows the database. */
export const keptState = <State>(): KeptState<State> => {
  let state: State | null = null;
  let first: Promise<State> | null = null;
  const keep = (made: State): State => {
    state = made;
    return made;
  };
  return {
    current: async () => {
      if (state === null) {
        const made = await first;
        // Somebody may have kept a newer one meanwhile.
        state ??= made;
      }
      return state;
    },
    keep,
    makeFirst: async (make) => {
      if (state) return;
      first = make();
      try {
        keep(await first);
      } finally {
        // One that failed is not waited for again: the next who needs it makes its own.
        first = null;
      }
    },
  };
};
