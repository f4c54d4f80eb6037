import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { chooseForm, commentForm, voteForm } from './chat.form.ts';
import { chooseAnswer, loadQuestion, refuseAnswers, saveComment, saveVote } from './chat.store.ts';
import type { ChatQuestion } from './chat.ts';
import { strikeOut } from './personal-data.ts';

/** The asker's own question. */
export const ownQuestion = async ({ tx, actor }: Ctx, id: number): Promise<ChatQuestion> => {
  const question = await loadQuestion(tx, actor.userId, id);
  if (!question) throw notFound();
  return question;
};

/** One of the offered questions is pressed (MC-1). */
export const chooseOffered = async (ctx: Ctx, id: number, input: InputOf<typeof chooseForm>): Promise<Outcome> => {
  const { offered } = await ownQuestion(ctx, id);
  if (!offered.includes(input.article)) throw invalid({ article: '質問を選んでください。' });
  await chooseAnswer(ctx.tx, id, input.article);
  ctx.note(`chat-question:${id}`, { article: input.article });
  return done(`/support/chat/${id}/answer`);
};

/** 「この中にはない」: back to the question, with a hint to word it differently (MC-1). */
export const chooseNone = async (ctx: Ctx, id: number): Promise<Outcome> => {
  await ownQuestion(ctx, id);
  await refuseAnswers(ctx.tx, id, ctx.now);
  ctx.note(`chat-question:${id}`);
  return done(`/support/chat?again=${id}`);
};

const answered = async (ctx: Ctx, id: number): Promise<void> => {
  const { chosenId } = await ownQuestion(ctx, id);
  if (chosenId === null) throw conflict('回答がまだ選ばれていません。近い質問を選んでください。');
};

/** 「はい」「いいえ」 */
export const vote = async (ctx: Ctx, id: number, { helpful }: InputOf<typeof voteForm>): Promise<Outcome> => {
  await answered(ctx, id);
  await saveVote(ctx.tx, id, helpful === 'yes');
  ctx.note(`chat-question:${id}`, { helpful });
  return done(`/support/chat/${id}/answer`);
};

/** The optional comment after 「いいえ」. */
export const comment = async (ctx: Ctx, id: number, input: InputOf<typeof commentForm>): Promise<Outcome> => {
  await answered(ctx, id);
  await saveComment(ctx.tx, id, strikeOut(input.comment));
  ctx.note(`chat-question:${id}`);
  return done(`/support/chat/${id}/answer?done=comment`);
};
