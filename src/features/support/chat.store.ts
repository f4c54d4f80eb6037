import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Audience, Topic } from '../knowledge/index.ts';
import type { ChatQuestion } from './chat.ts';

const questions = (tx: Tx) =>
  tx
    .selectFrom('chat_questions as q')
    .select(['q.id', 'q.asked_at as askedAt', 'q.question', 'q.audience', 'q.topic', 'q.offered'])
    .select(['q.chosen_id as chosenId', 'q.none_at as noneAt', 'q.helpful', 'q.comment']);

export const insertQuestion = async (
  tx: Tx,
  asked: {
    readonly userId: number;
    readonly at: Date;
    readonly question: string;
    readonly audience: Audience | null;
    readonly topic: Topic | null;
    readonly offered: readonly number[];
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('chat_questions')
    .values({
      user_id: asked.userId,
      asked_at: asked.at,
      question: asked.question,
      audience: asked.audience,
      topic: asked.topic,
      offered: [...asked.offered],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** A question of the user's own. */
export const loadQuestion = async (tx: Tx, userId: number, id: number): Promise<ChatQuestion | null> =>
  (await questions(tx).where('q.user_id', '=', userId).where('q.id', '=', id).executeTakeFirst()) ?? null;

/** Choosing an answer; an earlier 「この中にはない」 and vote no longer hold. */
export const chooseAnswer = async (tx: Tx, id: number, articleId: number): Promise<void> => {
  await tx
    .updateTable('chat_questions')
    .set({ chosen_id: articleId, none_at: null, helpful: null, comment: '' })
    .where('id', '=', id)
    .execute();
};
export const refuseAnswers = async (tx: Tx, id: number, at: Date): Promise<void> => {
  await tx
    .updateTable('chat_questions')
    .set({ chosen_id: null, none_at: at, helpful: null, comment: '' })
    .where('id', '=', id)
    .execute();
};
export const saveVote = async (tx: Tx, id: number, helpful: boolean): Promise<void> => {
  await tx.updateTable('chat_questions').set({ helpful }).where('id', '=', id).execute();
};
export const saveComment = async (tx: Tx, id: number, comment: string): Promise<void> => {
  await tx.updateTable('chat_questions').set({ comment }).where('id', '=', id).execute();
};

const missed = sql<SqlBool>`q.handled_at is null and (q.none_at is not null or q.helpful = false or q.offered = '{}')`;

/** What the chatbot did not answer, the newest first. */
export const listMissed = (tx: Tx, beforeId: number | null, limit: number): Promise<ChatQuestion[]> =>
  questions(tx)
    .where(missed)
    .$if(beforeId !== null, (query) => query.where('q.id', '<', beforeId ?? 0))
    .orderBy('q.id', 'desc')
    .limit(limit)
    .execute();

export const loadMissed = async (tx: Tx, id: number): Promise<ChatQuestion | null> =>
  (await questions(tx).where(missed).where('q.id', '=', id).executeTakeFirst()) ?? null;

export const countMissed = async (tx: Tx): Promise<number> => {
  const { n } = await tx
    .selectFrom('chat_questions as q')
    .select(sql<number>`count(*)::int`.as('n'))
    .where(missed)
    .executeTakeFirstOrThrow();
  return n;
};

export const settleQuestion = async (tx: Tx, id: number, userId: number, at: Date): Promise<void> => {
  await tx.updateTable('chat_questions').set({ handled_at: at, handled_by: userId }).where('id', '=', id).execute();
};
