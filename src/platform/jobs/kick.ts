import type { Queue } from './queues.ts';

const listeners = new Map<Queue, Set<() => void>>();

/** Tells the workers of this process that a queue has something for them, so that they need not poll often. */
export function kick(queue: Queue): void {
  for (const listener of listeners.get(queue) ?? []) listener();
}

/** Listens for kicks; gives back what ends it. */
export function onKick(queue: Queue, listener: () => void): () => void {
  const those = listeners.get(queue) ?? new Set();
  listeners.set(queue, those.add(listener));
  return () => those.delete(listener);
}
