import './applications.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { ApplicationState } from './applications.states.ts';
import type { Application, FieldChange } from './applications.ts';

export type Place = {
  readonly orgId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
};
type By = { readonly at: Date; readonly userId: number | null; readonly orgId: number | null };

/** Opens a 申請; null when another one of the record was opened at the same moment. */
export const insertApplication = async (
  tx: Tx,
  subject: string,
  place: Place,
  changes: readonly FieldChange[],
  by: By,
): Promise<number | null> => {
  const row = await tx
    .insertInto('applications')
    .values({
      subject,
      org_id: place.orgId,
      prefecture_code: place.prefectureCode,
      municipality_code: place.municipalityCode,
      state: 'open',
      opened_at: by.at,
      changed_at: by.at,
    })
    .onConflict((conflict) => conflict.column('subject').where('state', '=', 'open').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await insertRevision(tx, row.id, 1, place, changes, by);
  return row.id;
};

/** Replaces what an open 申請 asks for by a new version; false when it was decided or changed meanwhile. */
export const reviseApplication = async (
  tx: Tx,
  former: Application,
  changes: readonly FieldChange[],
  by: By,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('applications')
    .set({ revision: former.revision + 1, changed_at: by.at, version: former.version + 1 })
    .where('id', '=', former.id)
    .where('version', '=', former.version)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await insertRevision(tx, former.id, former.revision + 1, former, changes, by);
  return true;
};

const insertRevision = (tx: Tx, id: number, revision: number, place: Place, changes: readonly FieldChange[], by: By) =>
  tx
    .insertInto('application_revisions')
    .values({
      application_id: id,
      revision,
      changes: JSON.stringify(changes),
      at: by.at,
      user_id: by.userId,
      org_id: by.orgId,
      subject_org_id: place.orgId,
      prefecture_code: place.prefectureCode,
      municipality_code: place.municipalityCode,
    })
    .execute();

/** Ends an open 申請; false when it was decided or changed meanwhile. */
export const endApplication = async (
  tx: Tx,
  application: Application,
  decision: Exclude<ApplicationState, 'open'>,
  reason: string,
  by: { readonly at: Date; readonly userId: number; readonly orgId: number },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('applications')
    .set({ state: decision, decided_at: by.at, version: application.version + 1 })
    .where('id', '=', application.id)
    .where('version', '=', application.version)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx
    .insertInto('application_decisions')
    .values({
      application_id: application.id,
      revision: application.revision,
      decision,
      reason,
      at: by.at,
      user_id: by.userId,
      org_id: by.orgId,
      subject_org_id: application.orgId,
      prefecture_code: application.prefectureCode,
      municipality_code: application.municipalityCode,
    })
    .execute();
  return true;
};
