import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

/** 定型文 */
export type CannedAnswer = {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly version: number;
};

const canned = (tx: Tx) =>
  tx.selectFrom('canned_answers').select(['id', 'title', 'body', 'version']).where('removed_at', 'is', null);

export const listCanned = (tx: Tx): Promise<CannedAnswer[]> => canned(tx).orderBy('title').execute();
export const loadCanned = async (tx: Tx, id: number): Promise<CannedAnswer | null> =>
  (await canned(tx).where('id', '=', id).executeTakeFirst()) ?? null;

export const insertCanned = async (tx: Tx, { title, body }: Pick<CannedAnswer, 'title' | 'body'>): Promise<number> => {
  const row = await tx.insertInto('canned_answers').values({ title, body }).returning('id').executeTakeFirstOrThrow();
  return row.id;
};

/** False when somebody else wrote meanwhile. */
export const updateCanned = async (
  tx: Tx,
  { id, version }: Pick<CannedAnswer, 'id' | 'version'>,
  change: { readonly title: string; readonly body: string } | { readonly removedAt: Date },
): Promise<boolean> => {
  const set = 'removedAt' in change ? { removed_at: change.removedAt } : change;
  const { numUpdatedRows } = await tx
    .updateTable('canned_answers')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
