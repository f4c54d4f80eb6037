import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Throws when a transaction is open in this async context. The embedded engine has one connection, so waiting for it
 * from inside a transaction would hang for ever; on a server it would silently leave the transaction.
 */
export function refuseInsideTransaction(what: string): void {
  if (storage.getStore()?.open) throw new Error(`${what} inside an open transaction: use the tx that was given`);
}

/** Marks the async context of the work as being inside a transaction. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await storage.run(mark, work);
  } finally {
    mark.open = false;
  }
}
