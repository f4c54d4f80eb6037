import type { Tx } from '../../platform/db/index.ts';
import type { Progress } from './watch-progress.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    sheet_progress: { import_id: number; done: number; total: number };
  }
}

export const saveProgress = async (tx: Tx, importId: number, progress: Progress): Promise<void> => {
  await tx
    .insertInto('sheet_progress')
    .values({ import_id: importId, ...progress })
    .onConflict((conflict) => conflict.column('import_id').doUpdateSet(progress))
    .execute();
};

/** How far it is; null before it began. */
export const loadRowsDone = async (tx: Tx, importId: number): Promise<Progress | null> =>
  (await tx
    .selectFrom('sheet_progress')
    .select(['done', 'total'])
    .where('import_id', '=', importId)
    .executeTakeFirst()) ?? null;

export const dropProgress = async (tx: Tx, importId: number): Promise<void> => {
  await tx.deleteFrom('sheet_progress').where('import_id', '=', importId).execute();
};
