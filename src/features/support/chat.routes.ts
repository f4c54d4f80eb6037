import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { audienceOf } from '../knowledge/index.ts';
import { chooseNone, chooseOffered, comment, ownQuestion, vote } from './answer-chosen.service.ts';
import { answersOf } from './answers.service.ts';
import { askQuestion } from './ask-question.service.ts';
import { askForm, chooseForm, commentForm, noneForm, voteForm } from './chat.form.ts';
import { answerPage, askPage, offerPage } from './chat.page.tsx';
import { loadQuestion } from './chat.store.ts';

const permission = 'support.ask';
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });

const ask = page({
  path: '/support/chat',
  permission,
  query: z.object({ again: id.nullable().catch(null) }),
  load: async ({ tx, actor }, { query: { again } }) => ({
    audience: audienceOf(actor),
    again: again === null ? null : await loadQuestion(tx, actor.userId, again),
  }),
  view: askPage,
});
const offer = page({
  path: '/support/chat/:id',
  permission,
  params,
  load: async (ctx, { params }) => {
    const question = await ownQuestion(ctx, params.id);
    return { question, articles: await answersOf(ctx, question.offered) };
  },
  view: offerPage,
});
const answer = page({
  path: '/support/chat/:id/answer',
  permission,
  params,
  query: z.object({ done: z.literal('comment').nullable().catch(null) }),
  load: async (ctx, { params, query }) => {
    const question = await ownQuestion(ctx, params.id);
    const [article] = question.chosenId === null ? [] : await answersOf(ctx, [question.chosenId]);
    if (!article) throw notFound();
    return { question, article, others: question.offered.length > 1, commented: query.done === 'comment' };
  },
  view: answerPage,
});

/** AI自動応答チャットボット (MC-1). */
export const chatRoutes: readonly Route[] = [
  ask,
  action({
    path: '/support/chat',
    permission,
    audit: 'chat.ask',
    form: askForm,
    page: ask,
    run: (ctx, { input }) => askQuestion(ctx, input),
  }),
  offer,
  action({
    path: '/support/chat/:id/choose',
    permission,
    audit: 'chat.choose',
    params,
    form: chooseForm,
    page: offer,
    run: (ctx, { params, input }) => chooseOffered(ctx, params.id, input),
  }),
  action({
    path: '/support/chat/:id/none',
    permission,
    audit: 'chat.none',
    params,
    form: noneForm,
    page: offer,
    run: (ctx, { params }) => chooseNone(ctx, params.id),
  }),
  answer,
  action({
    path: '/support/chat/:id/vote',
    permission,
    audit: 'chat.vote',
    params,
    form: voteForm,
    page: answer,
    run: (ctx, { params, input }) => vote(ctx, params.id, input),
  }),
  action({
    path: '/support/chat/:id/comment',
    permission,
    audit: 'chat.comment',
    params,
    form: commentForm,
    page: answer,
    run: (ctx, { params, input }) => comment(ctx, params.id, input),
  }),
];
