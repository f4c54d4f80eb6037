import type { Ctx } from '../../platform/context.ts';
import { type FieldChange, rebaseApplication } from '../applications/index.ts';
import { venueSubject } from './own-venue.service.ts';
import { loadChoices } from './venue-names.store.ts';
import { loadRecord } from './venue-values.store.ts';
import { changesBetween, withChanges } from './venue-values.ts';

/** After values changed past an open 申請: it asks against the values that hold now, and not for what is already so. */
export const rebaseOpen = async (ctx: Ctx, venueId: number): Promise<void> => {
  const venue = await loadRecord(ctx.tx, venueId);
  if (!venue) return;
  const { names } = await loadChoices(ctx.tx);
  const rebase = (changes: readonly FieldChange[]) => changesBetween(venue, withChanges(venue, changes), names);
  await rebaseApplication(ctx, venueSubject(venueId), rebase);
};
