import { availableParallelism } from 'node:os';
import Piscina from 'piscina';
import { Problem } from '../../kernel/problem.ts';
import type { HashOrder, MatchOrder } from './hasher.worker.ts';

/** From the sources and from the bundle alike. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './hasher.worker.ts' : './features/accounts/hasher.worker.js',
  import.meta.url,
);

const busy = (): Problem =>
  new Problem('unavailable', 'ただいま混み合っています。少し待ってから、もう一度お試しください。');

/**
 * Threads that hash, on all cores but one; so many orders wait, the next is refused with 「ただいま混み合っています」. Pages
 * go before them (on Linux): many logins at once make logins slower, not everybody's work.
 */
export const hashThreads = (waitingAtMost: number) => {
  const threads = new Piscina({
    filename: entry.href,
    minThreads: 0,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 60_000,
    niceIncrement: 10,
  });
  const ask = (name: 'hash' | 'matches', order: HashOrder | MatchOrder): Promise<unknown> => {
    if (threads.queueSize >= waitingAtMost) throw busy();
    return threads.run(order, { name });
  };
  return {
    hash: async (order: HashOrder): Promise<string> => String(await ask('hash', order)),
    matches: async (order: MatchOrder): Promise<boolean> => (await ask('matches', order)) === true,
  };
};
