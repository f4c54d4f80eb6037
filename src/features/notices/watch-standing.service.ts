import type { Standing } from '../../platform/http/index.ts';
import { loadReadOnly, loadStanding } from './standing.store.ts';
import { bannersOf, refusalOf, type StandingData } from './standing.ts';

/** By the real clock: how long a page may believe what was read last. */
const keptMs = 1000;

/** S36 for the front door: pages believe what was read within the last second, a write asks in its own transaction. */
export const watchStanding = (): Standing => {
  let kept: { readonly data: StandingData; readonly at: number } | null = null;
  const known: Standing['known'] = (now) => (kept ? bannersOf(kept.data, now) : []);
  return {
    known,
    banners: async ({ tx, now }) => {
      if (!kept || performance.now() - kept.at > keptMs)
        kept = { data: await loadStanding(tx, now), at: performance.now() };
      return known(now);
    },
    refusal: async ({ tx, now }) => {
      const readOnly = await loadReadOnly(tx);
      return readOnly && refusalOf(readOnly, now);
    },
    forget: () => {
      kept = null;
    },
  };
};
