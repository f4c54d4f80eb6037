import './allocations.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Giver, Sheet } from './sheet.ts';

/** Every revision of a giver's sheet of a クール, the newest first. */
export const loadSheets = async (tx: Tx, cycleId: number, giver: Giver): Promise<Sheet[]> =>
  ofGiver(tx, cycleId, giver)
    .leftJoin('users as saver', 'saver.id', 's.saved_by')
    .leftJoin('users as fixer', 'fixer.id', 's.fixed_by')
    .select([
      's.id',
      's.cycle_id as cycleId',
      's.revision',
      's.state',
      's.reason',
      's.saved_at as savedAt',
      sql<string>`coalesce(saver.family_name || '　' || saver.given_name, '')`.as('savedBy'),
      's.fixed_at as fixedAt',
      sql<string | null>`fixer.family_name || '　' || fixer.given_name`.as('fixedBy'),
      's.version',
    ])
    .orderBy('s.revision', 'desc')
    .execute();

const ofGiver = (tx: Tx, cycleId: number, { level, prefectureCode, municipalityCode }: Giver) =>
  tx
    .selectFrom('allocation_sheets as s')
    .where('s.cycle_id', '=', cycleId)
    .where('s.level', '=', level)
    .where('s.prefecture_code', 'is not distinct from', prefectureCode)
    .where('s.municipality_code', 'is not distinct from', municipalityCode);

/**
 * Locks a giver's first revision, the one row that never goes away: `share` by those it gives to, `update` by itself.
 * So nobody fixes what another is just taking back, while neighbours do not wait for each other.
 */
export const lockSheet = async (tx: Tx, cycleId: number, giver: Giver, how: 'share' | 'update'): Promise<void> => {
  const first = ofGiver(tx, cycleId, giver).select('s.id').where('s.revision', '=', 1);
  await (how === 'share' ? first.forShare() : first.forUpdate()).execute();
};

type NewSheet = { readonly revision: number; readonly reason: string; readonly version: number };
type Saving = { readonly at: Date; readonly userId: number };

/** Opens a draft; null when another opened one meanwhile. */
export const insertDraft = async (
  tx: Tx,
  cycleId: number,
  giver: Giver,
  { revision, reason, version }: NewSheet,
  { at, userId }: Saving,
): Promise<number | null> => {
  const row = await tx
    .insertInto('allocation_sheets')
    .values({
      cycle_id: cycleId,
      level: giver.level,
      prefecture_code: giver.prefectureCode,
      municipality_code: giver.municipalityCode,
      revision,
      reason,
      version,
      state: 'draft',
      saved_at: at,
      saved_by: userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** Marks a draft as saved now; false when it is no longer at this version. */
export const touchDraft = async (
  tx: Tx,
  sheetId: number,
  version: number,
  { at, userId }: Saving,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('allocation_sheets')
    .set({ saved_at: at, saved_by: userId, version: version + 1 })
    .where('id', '=', sheetId)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
};

/** 確定: the draft becomes the fixed sheet, and the one fixed before is kept as superseded. */
export const fixDraft = async (
  tx: Tx,
  draftId: number,
  former: number | null,
  { at, userId }: Saving,
): Promise<void> => {
  if (former !== null)
    await tx.updateTable('allocation_sheets').set({ state: 'superseded' }).where('id', '=', former).execute();
  await tx
    .updateTable('allocation_sheets')
    .set({ state: 'fixed', fixed_at: at, fixed_by: userId })
    .where('id', '=', draftId)
    .execute();
};

/** Throws a draft away; the fixed sheet counts its versions on, so that forms of the draft are known as stale. */
export const deleteDraft = async (tx: Tx, draft: Pick<Sheet, 'id' | 'version'>, fixedId: number): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('allocation_sheets')
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (Number(numDeletedRows) === 0) return false;
  await tx
    .updateTable('allocation_sheets')
    .set({ version: draft.version + 1 })
    .where('id', '=', fixedId)
    .execute();
  return true;
};
