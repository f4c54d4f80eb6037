import type { Generated } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    sheet_imports: {
      id: Generated<number>;
      user_id: number;
      sheet: string;
      place: string;
      content: string;
      created_at: Date;
    };
  }
}

/** Which table a file is of, and the address of the page it was uploaded on. */
export type ImportPlace = { readonly sheet: string; readonly place: string };

const dayMs = 86_400_000;

/** Keeps an uploaded file for its preview; the user's former one of the table and all of yesterday go: they hold names and mail addresses. */
export const keepImport = async (
  tx: Tx,
  userId: number,
  { sheet, place }: ImportPlace,
  content: string,
  at: Date,
): Promise<number> => {
  await tx
    .deleteFrom('sheet_imports')
    .where(({ or, and, eb }) =>
      or([
        and([eb('user_id', '=', userId), eb('sheet', '=', sheet)]),
        eb('created_at', '<', new Date(at.getTime() - dayMs)),
      ]),
    )
    .execute();
  const row = await tx
    .insertInto('sheet_imports')
    .values({ user_id: userId, sheet, place, content, created_at: at })
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
): Promise<string | null> =>
  (
    await tx
      .selectFrom('sheet_imports')
      .select('content')
      .where('id', '=', importId)
      .where('user_id', '=', userId)
      .where('sheet', '=', sheet)
      .where('place', '=', place)
      .executeTakeFirst()
  )?.content ?? null;

/** Locks it for this transaction, so that 「登録する」 pressed twice counts once; false when it is gone. */
export const lockImport = async (tx: Tx, importId: number): Promise<boolean> =>
  (await tx.selectFrom('sheet_imports').select('id').where('id', '=', importId).forUpdate().executeTakeFirst()) !==
  undefined;

export const dropImport = async (tx: Tx, importId: number): Promise<void> => {
  await tx.deleteFrom('sheet_imports').where('id', '=', importId).execute();
};
