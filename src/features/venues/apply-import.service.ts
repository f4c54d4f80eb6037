import type { Ctx } from '../../platform/context.ts';
import { inviteUser } from '../accounts/index.ts';
import type { Report } from '../sheets/index.ts';
import { exportColumns } from './import-columns.ts';
import type { ImportedVenue, PlannedVenue } from './import-plan.ts';
import { insertVenues, loadWaiting, updateVenues } from './imports.store.ts';
import { rebaseOpen } from './rebase-open.service.ts';
import { type ChangeLine, insertSave } from './venue-changes.store.ts';

const textOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? 'はい'
      : 'いいえ'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** One changed value of a venue, in words. */
export const lineOf = ({ venue, former }: PlannedVenue, field: keyof ImportedVenue): ChangeLine => ({
  field,
  label: exportColumns.find(({ key }) => key === field)?.label ?? field,
  from: former ? textOf(former[field] ?? '') : '',
  to: textOf(venue[field] ?? ''),
});

const keepHistory = async (ctx: Ctx, rows: readonly PlannedVenue[]): Promise<void> => {
  for (const row of rows) {
    if (!row.former) continue;
    const { municipalityCode } = row.venue;
    await insertSave(
      ctx.tx,
      { id: row.former.id, municipalityCode, prefectureCode: municipalityCode.slice(0, 2) },
      {
        at: ctx.now,
        how: 'import',
        userId: ctx.actor.userId,
        orgId: ctx.actor.org.id,
        changes: row.changed.map((field) => lineOf(row, field)),
      },
    );
  }
};

/** Brings the venues to what a plan without faults says, and invites their first users. */
export const takeOver = async (ctx: Ctx, rows: readonly PlannedVenue[], report?: Report): Promise<void> => {
  const of = (action: PlannedVenue['action']) => rows.filter((row) => row.action === action);
  const [same, created] = [of('same').length, of('create').length];
  const made = await insertVenues(ctx.tx, of('create'), ctx.now, (done) => report?.(same + done));
  await updateVenues(ctx.tx, of('update'), (done) => report?.(same + created + done));
  await keepHistory(ctx, of('update'));
  const changed = of('update').flatMap(({ former }) => (former ? [former.id] : []));
  for (const venueId of await loadWaiting(ctx.tx, changed)) await rebaseOpen(ctx, venueId);
  for (const { venue, former, invite } of rows) {
    const orgId = former?.id ?? made.get(venue.code);
    if (invite && orgId) await inviteUser(ctx, { orgId, ...invite });
  }
};
