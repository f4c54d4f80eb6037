import type { Actor } from '../../kernel/policy.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Proposed, proposeChanges } from '../applications/index.ts';
import { venueSubject } from './own-venue.service.ts';
import { rebaseOpen } from './rebase-open.service.ts';
import { type ChangeLine, insertSave } from './venue-changes.store.ts';
import { enteredForVenue } from './venue-news.ts';
import { saveRecord } from './venue-values.store.ts';
import { needsApproval, type VenueChange, type VenueRecord, withChanges } from './venue-values.ts';

/** A text of a change; nothing entered says so. */
export const shown = (text: string): string => text || '（未入力）';

const changeLine = ({ field, label, fromText, toText }: VenueChange): ChangeLine => ({
  field,
  label,
  from: fromText,
  to: toText,
});

const tellVenue = async (ctx: Ctx, venue: VenueRecord, free: readonly VenueChange[], bound: readonly VenueChange[]) => {
  const line = ({ label, fromText, toText }: VenueChange) => `${label}：${shown(fromText)} → ${shown(toText)}`;
  const lines = [
    ...free.map(line),
    ...(bound.length > 0 ? ['次の項目は市町村の承認後に変更されます。', ...bound.map(line)] : []),
  ];
  await ctx.emit('news.told', enteredForVenue(venue.id, ctx.actor.org, lines, `${venue.id}:${ctx.now.getTime()}`));
};

/** What is saved at once, and what becomes a 申請; what the municipality itself types needs nobody's approval (S18). */
export const partChanges = (
  { org }: Actor,
  changes: readonly VenueChange[],
): { readonly free: readonly VenueChange[]; readonly bound: readonly VenueChange[] } => {
  const bound = org.kind === 'municipality' ? [] : changes.filter(needsApproval);
  return { bound, free: changes.filter((change) => !bound.includes(change)) };
};

/** Saves free fields and proposes the others, keeps who typed, and tells the venue what an office typed for it (M2.1-10-1). */
export const applyChanges = async (
  ctx: Ctx,
  venue: VenueRecord,
  changes: readonly VenueChange[],
): Promise<Proposed> => {
  const { free, bound } = partChanges(ctx.actor, changes);
  if (free.length > 0) {
    const saved = withChanges(venue, free);
    const fields = free.map(({ field }) => field);
    if (!(await saveRecord(ctx.tx, venue, saved, fields))) throw await staleBy(ctx.tx, venueSubject(venue.id));
    const by = { at: ctx.now, userId: ctx.actor.userId, orgId: ctx.actor.org.id };
    await insertSave(ctx.tx, venue, { ...by, how: 'edit', changes: free.map(changeLine) });
  }
  const approver = ctx.actor.org.kind === 'municipality';
  if (approver) await rebaseOpen(ctx, venue.id);
  const place = { orgId: venue.id, prefectureCode: venue.prefectureCode, municipalityCode: venue.municipalityCode };
  const proposed = approver
    ? 'none'
    : await proposeChanges(ctx, { subject: venueSubject(venue.id), ...place, changes: bound });
  if (ctx.actor.org.id !== venue.id && changes.length > 0) await tellVenue(ctx, venue, free, bound);
  return proposed;
};
