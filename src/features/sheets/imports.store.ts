import { type ColumnType, type Generated, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { SheetPreview } from './sheet-preview.ts';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed';
export type DoneCounts = { readonly create: number; readonly update: number; readonly also: number };

declare module '../../platform/db/tables.ts' {
  interface Tables {
    sheet_imports: {
      id: Generated<number>;
      user_id: number;
      sheet: string;
      place: string;
      content: string;
      created_at: Date;
      state: Generated<ImportState>;
      counts: ColumnType<DoneCounts | null, string | undefined, string>;
      reason: Generated<string>;
      preview: ColumnType<SheetPreview | null, string | undefined, string>;
    };
  }
}

/** Which table a file is of, and the address of the page it was uploaded on. */
export type ImportPlace = { readonly sheet: string; readonly place: string };

const dayMs = 86_400_000;

/**
 * Keeps an uploaded file for its preview; the user's former one of the table and all of yesterday go: they hold names and
 * mail addresses. One that a job is to take over stays: it was said to be on its way.
 */
export const keepImport = async (
  tx: Tx,
  userId: number,
  { sheet, place }: ImportPlace,
  content: string,
  preview: SheetPreview | null,
  at: Date,
): Promise<number> => {
  await tx
    .deleteFrom('sheet_imports')
    .where('state', '<>', 'running')
    .where(({ or, and, eb }) =>
      or([
        and([eb('user_id', '=', userId), eb('sheet', '=', sheet)]),
        eb('created_at', '<', new Date(at.getTime() - dayMs)),
      ]),
    )
    .execute();
  const row = await tx
    .insertInto('sheet_imports')
    .values({
      user_id: userId,
      sheet,
      place,
      content,
      created_at: at,
      ...(preview && { preview: JSON.stringify(preview) }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** A file that waits to be taken over; its own user sees it only, and only where it was uploaded. */
export const loadImport = async (
  tx: Tx,
  importId: number,
  userId: number,
  { sheet, place }: ImportPlace,
): Promise<{ readonly preview: SheetPreview | null; readonly content: string | null } | null> =>
  (await tx
    .selectFrom('sheet_imports')
    // A long file stays where it is: its preview was kept.
    .select(['preview', sql<string | null>`case when preview is null then content end`.as('content')])
    .where('id', '=', importId)
    .where('user_id', '=', userId)
    .where('sheet', '=', sheet)
    .where('place', '=', place)
    .where('state', '=', 'waiting')
    .executeTakeFirst()) ?? null;

/** Locks it for this transaction, so that 「登録する」 pressed twice counts once; null when it is gone. */
export const lockImport = async (tx: Tx, importId: number) =>
  (await tx
    .selectFrom('sheet_imports')
    .select(['user_id as userId', 'sheet', 'place', 'content', 'state', 'preview'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()) ?? null;

/** How far the taking over of the user's file is; null when there is none. */
export const loadProgress = async (tx: Tx, importId: number, userId: number, { sheet, place }: ImportPlace) =>
  (await tx
    .selectFrom('sheet_imports')
    .select(['state', 'counts', 'reason'])
    .where('id', '=', importId)
    .where('user_id', '=', userId)
    .where('sheet', '=', sheet)
    .where('place', '=', place)
    .executeTakeFirst()) ?? null;

export const markRunning = async (tx: Tx, importId: number): Promise<void> => {
  await tx.updateTable('sheet_imports').set({ state: 'running' }).where('id', '=', importId).execute();
};

/** It is over; the content goes, because it holds names and mail addresses. */
export const markEnded = async (
  tx: Tx,
  importId: number,
  end: { readonly state: 'done'; readonly counts: DoneCounts } | { readonly state: 'failed'; readonly reason: string },
): Promise<void> => {
  await tx
    .updateTable('sheet_imports')
    .set({
      state: end.state,
      content: '',
      ...(end.state === 'done'
        ? { counts: sql<string>`${JSON.stringify(end.counts)}::jsonb` }
        : { reason: end.reason }),
    })
    .where('id', '=', importId)
    .execute();
};

export const dropImport = async (tx: Tx, importId: number): Promise<void> => {
  await tx.deleteFrom('sheet_imports').where('id', '=', importId).execute();
};
