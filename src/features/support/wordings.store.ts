import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

export type Wording = { readonly id: number; readonly articleId: number; readonly text: string };

/** Wordings that the desk added after the one with this id, in the order in which they came. */
export const listWordings = (tx: Tx, afterId: number): Promise<Wording[]> =>
  tx
    .selectFrom('chat_wordings')
    .select(['id', 'article_id as articleId', 'text'])
    .where('id', '>', afterId)
    .orderBy('id')
    .execute();

/** One after the other, so that no process sees a later one first. */
export const insertWording = async (
  tx: Tx,
  wording: {
    readonly articleId: number;
    readonly text: string;
    readonly questionId: number;
    readonly userId: number;
    readonly at: Date;
  },
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('chat_wordings'))`.execute(tx);
  await tx
    .insertInto('chat_wordings')
    .values({
      article_id: wording.articleId,
      text: wording.text,
      question_id: wording.questionId,
      added_by: wording.userId,
      added_at: wording.at,
    })
    .execute();
};
