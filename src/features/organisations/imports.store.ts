import type { Generated } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    organisation_imports: {
      id: Generated<number>;
      user_id: number;
      content: string;
      created_at: Date;
      done_at: Date | null;
    };
  }
}

/** Keeps an uploaded file for its preview; a user's former one and those of yesterday go, because they hold names and mail addresses. */
export const keepImport = async (tx: Tx, userId: number, content: string, at: Date): Promise<number> => {
  await tx
    .deleteFrom('organisation_imports')
    .where(({ or, eb }) => or([eb('user_id', '=', userId), eb('created_at', '<', new Date(at.getTime() - 86_400_000))]))
    .execute();
  const row = await tx
    .insertInto('organisation_imports')
    .values({ user_id: userId, content, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** An uploaded file that waits for 「登録する」; its own user sees it only. */
export const loadImport = async (tx: Tx, importId: number, userId: number): Promise<string | null> =>
  (
    await tx
      .selectFrom('organisation_imports')
      .select('content')
      .where('id', '=', importId)
      .where('user_id', '=', userId)
      .executeTakeFirst()
  )?.content ?? null;

export const dropImport = async (tx: Tx, importId: number): Promise<void> => {
  await tx.deleteFrom('organisation_imports').where('id', '=', importId).execute();
};
