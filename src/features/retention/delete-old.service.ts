import { dayOf } from '../../kernel/calendar.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { deleteOlder, loadRules, saveSweep } from './retention.store.ts';
import { keptSince } from './retention.ts';

/** So many rows a statement, and so many statements a kind and minute: the rest waits for the next minute. */
const batch = 1_000;
const batches = 10;

/** S35: once a day, deletes what is over its time, kind by kind. */
export const deleteOld = async ({ tx }: SystemCtx, now: Date): Promise<void> => {
  for (const rule of await loadRules(tx)) {
    if (rule.sweptAt && dayOf(rule.sweptAt) >= dayOf(now)) continue;
    const before = keptSince(rule, now);
    let deleted = 0;
    let done = false;
    for (let i = 0; i < batches && !done; i += 1) {
      const count = await deleteOlder(tx, rule.kind, before, batch);
      deleted += count;
      done = count < batch;
    }
    await saveSweep(tx, rule.kind, deleted, done ? now : null);
  }
};
