import type { InputOf } from '../../kernel/form.ts';
import { question as ask } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { closestAnswers } from './answers.service.ts';
import type { askForm } from './chat.form.ts';
import { insertQuestion } from './chat.store.ts';
import { findPersonalData, strikeOut } from './personal-data.ts';

/** 「送信」 (MC-1): points out personal data first, then offers the closest questions. */
export const askQuestion = async (ctx: Ctx, input: InputOf<typeof askForm>): Promise<Outcome> => {
  const { audience, topic, question } = input;
  const personal = findPersonalData(question);
  if (personal.length > 0)
    ctx.ask(
      ask({
        id: 'personal-data',
        title: '個人情報が含まれていませんか',
        lines: [
          'お問い合わせ内容に、個人情報と思われるものがあります。個人情報は入力しないでください。',
          '「OK」を押すと、次の部分を伏せて送信します。直すときは「キャンセル」を押してください。',
        ],
        rows: personal.map(({ what, text }) => ({ label: what, value: text })),
      }),
    );
  const kept = strikeOut(question);
  const offered = await closestAnswers(ctx, kept, { audience, topic });
  const id = await insertQuestion(ctx.tx, {
    userId: ctx.actor.userId,
    at: ctx.now,
    question: kept,
    audience,
    topic,
    offered,
  });
  ctx.note(`chat-question:${id}`);
  return done(`/support/chat/${id}`);
};
