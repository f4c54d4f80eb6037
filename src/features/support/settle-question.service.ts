import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { answersOf } from './answers.service.ts';
import type { teachForm } from './chat.form.ts';
import { loadMissed, settleQuestion } from './chat.store.ts';
import type { ChatQuestion } from './chat.ts';
import { insertWording } from './wordings.store.ts';

const missed = async ({ tx }: Ctx, id: number): Promise<ChatQuestion> => {
  const question = await loadMissed(tx, id);
  if (!question) throw notFound();
  return question;
};

/** The words of a question that found nothing become words of the article that answers it. */
export const teachAnswer = async (ctx: Ctx, id: number, { article }: InputOf<typeof teachForm>): Promise<Outcome> => {
  const question = await missed(ctx, id);
  const [known] = await answersOf(ctx, [article]);
  if (!known) throw invalid({ article: '答えになる記事を選択してください。' });
  await insertWording(ctx.tx, {
    articleId: article,
    text: question.question.replaceAll('\n', ' '),
    questionId: id,
    userId: ctx.actor.userId,
    at: ctx.now,
  });
  await settleQuestion(ctx.tx, id, ctx.actor.userId, ctx.now);
  ctx.note(`chat-question:${id}`, { article });
  return done('/desk/questions?done=taught');
};

/** 「対応済みにする」: nothing to be learnt. */
export const settleMissed = async (ctx: Ctx, id: number): Promise<Outcome> => {
  await missed(ctx, id);
  await settleQuestion(ctx.tx, id, ctx.actor.userId, ctx.now);
  ctx.note(`chat-question:${id}`);
  return done('/desk/questions?done=settled');
};
