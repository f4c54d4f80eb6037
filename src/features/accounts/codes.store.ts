import { sql } from 'kysely';
import { prepared, type Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import { type CodeHistory, type CodePurpose, type CodeState, codeExpiry, codeTries } from './codes.ts';
import { hashCode } from './secrets.ts';

/** Keeps a new code, which makes the former ones of the same purpose old; gives its id. */
export const insertCode = async (
  tx: Tx,
  { userId, purpose, code, at }: { userId: number; purpose: CodePurpose; code: string; at: Date },
): Promise<number> => {
  const { id } = await tx
    .insertInto('codes')
    .values({
      user_id: userId,
      purpose,
      hash: hashCode(code),
      created_at: at,
      expires_at: codeExpiry(at),
      tries_left: codeTries,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** The newest code, the only one that counts, held so that tries at the same time count one after the other. */
export const holdNewestCode = async (
  tx: Tx,
  userId: number,
  purpose: CodePurpose,
): Promise<(CodeState & { readonly id: number; readonly hash: Uint8Array }) | null> =>
  (await tx
    .selectFrom('codes')
    .select(['id', 'hash', 'expires_at as expiresAt', 'tries_left as triesLeft', 'used_at as usedAt'])
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()) ?? null;

export const spendTry = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable('codes').set({ tries_left: sql`tries_left - 1` }).where('id', '=', id).execute();
};

export const markCodeUsed = async (tx: Tx, id: number, at: Date): Promise<void> => {
  await tx.updateTable('codes').set({ used_at: at }).where('id', '=', id).execute();
};

type Since = { readonly userId: number; readonly purpose: CodePurpose; readonly since: Date };
const historySince = prepared((db, { userId, purpose, since }: Since) =>
  db
    .selectFrom('codes')
    .select(sql<Date | null>`max(created_at)`.as('lastAt'))
    .select(sql<number>`(count(*) filter (where used_at is null))::int`.as('unusedInHour'))
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since),
);

/** The codes mailed to a user within the last hour. */
export const loadCodeHistory = async (
  tx: Tx,
  userId: number,
  purpose: CodePurpose,
  now: Date,
): Promise<CodeHistory> => {
  const { rows } = await historySince(tx, { userId, purpose, since: new Date(now.getTime() - 3_600_000) });
  return rows[0] ?? { lastAt: null, unusedInHour: 0 };
};

/** Forgets codes that ran out a day ago. */
export const deleteOldCodes = async (tx: Tx, now: Date): Promise<void> => {
  await sql`delete from codes where expires_at < ${now}::timestamptz - interval '1 day'`.execute(tx);
};
