import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import './knowledge.tables.ts';

/** How far someone has followed the changes: the last one seen, and its stamp. */
export type Seen = { readonly seq: number; readonly stamp: string };
/** What changed since; `all` when the database is another one than before, so that nothing known still holds. */
export type Changes = { readonly seen: Seen; readonly ids: readonly number[]; readonly all: boolean };

const none: Seen = { seq: 0, stamp: '' };

/** Notes that readers see something else of an article. One after the other, so that no later number is seen first. */
export const noteChange = async (tx: Tx, articleId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('article_changes'))`.execute(tx);
  await tx.insertInto('article_changes').values({ article_id: articleId }).execute();
};

/** Stands for the state of all articles as readers see them; another text = something has changed. */
export const lastChange = async (tx: Tx): Promise<string> => {
  const row = await tx
    .selectFrom('article_changes')
    .select(['seq', 'stamp'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? `${row.seq} ${row.stamp}` : '';
};

/** The articles whose readers see something else since. Without a start, or in another database, all of them. */
export const changesSince = async (tx: Tx, since: Seen | null): Promise<Changes> => {
  const rows = await tx
    .selectFrom('article_changes')
    .select(['seq', 'stamp', 'article_id'])
    .where('seq', '>=', since?.seq ?? 0)
    .orderBy('seq')
    .execute();
  const last = rows.at(-1);
  const seen = last ? { seq: last.seq, stamp: last.stamp } : none;
  if (!since || (since.seq > 0 && rows[0]?.stamp !== since.stamp)) return { seen, ids: [], all: true };
  const later = rows.filter(({ seq }) => seq > since.seq);
  return { seen: last ? seen : since, ids: [...new Set(later.map(({ article_id }) => article_id))], all: false };
};
