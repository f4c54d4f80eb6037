/** Lets so many through in a while for each key; counts in memory only and forgets. */
export const limitPerKey = (most: number, whileMs: number) => {
  const seen = new Map<string, number[]>();
  let sweptAt = 0;
  return (key: string, now: number): boolean => {
    // Once a while: a flood of new keys must not make every call look through all of them.
    if (seen.size > 10_000 && now - sweptAt > whileMs) {
      sweptAt = now;
      for (const [old, times] of seen) if ((times.at(-1) ?? 0) <= now - whileMs) seen.delete(old);
    }
    const recent = (seen.get(key) ?? []).filter((time) => time > now - whileMs);
    if (recent.length >= most) return false;
    seen.set(key, [...recent, now]);
    return true;
  };
};

/** Lets so many work at once and so many wait; `null` = full, try later. */
export const gate = (atOnce: number, waitingMost: number) => {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (working >= atOnce) {
      if (waiting.length >= waitingMost) return null;
      await new Promise<void>((go) => waiting.push(go));
    } else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
};
