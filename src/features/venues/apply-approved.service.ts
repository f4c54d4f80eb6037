import type { Events } from '../../kernel/event.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { SystemCtx } from '../../platform/context.ts';
import type {} from '../applications/index.ts';
import { venueSubject } from './own-venue.service.ts';
import { insertSave } from './venue-changes.store.ts';
import { loadRecord, saveRecord } from './venue-values.store.ts';
import { withChanges } from './venue-values.ts';

/** M2.1-10-4: what was approved holds at once, in the same transaction as the approval. */
export const applyApproved = async (
  { tx, now }: SystemCtx,
  { subject, orgId, changes, actor }: Events['application.approved'],
): Promise<void> => {
  if (subject !== venueSubject(orgId)) return;
  const venue = await loadRecord(tx, orgId);
  const saved =
    venue &&
    (await saveRecord(
      tx,
      venue,
      withChanges(venue, changes),
      changes.map(({ field }) => field),
    ));
  if (!venue || !saved) throw await staleBy(tx, subject);
  await insertSave(tx, venue, {
    at: now,
    how: 'approval',
    userId: actor.userId,
    orgId: actor.org.id,
    changes: changes.map(({ field, label, fromText, toText }) => ({ field, label, from: fromText, to: toText })),
  });
};
