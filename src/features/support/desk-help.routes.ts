import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { allAnswers, answersOf } from './answers.service.ts';
import { cannedListPage, cannedPage } from './canned.page.tsx';
import { listCanned, loadCanned } from './canned.store.ts';
import { settleForm, teachForm } from './chat.form.ts';
import { listMissed, loadMissed } from './chat.store.ts';
import { missedListPage, missedPage } from './missed.page.tsx';
import { addCanned, removeCanned, saveCanned } from './save-canned.service.ts';
import { settleMissed, teachAnswer } from './settle-question.service.ts';
import { cannedForm, removeCannedForm } from './ticket.form.ts';

const permission = 'ticket.handle';
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });
const pageSize = 50;

const missedList = page({
  path: '/desk/questions',
  permission,
  query: z.object({ before: id.nullable().catch(null), done: z.enum(['taught', 'settled']).nullable().catch(null) }),
  load: async ({ tx }, { query: { before, done } }) => {
    const questions = await listMissed(tx, before, pageSize + 1);
    return { questions: questions.slice(0, pageSize), more: questions.length > pageSize, done };
  },
  view: missedListPage,
});
const missed = page({
  path: '/desk/questions/:id',
  permission,
  params,
  load: async (ctx, { params }) => {
    const question = await loadMissed(ctx.tx, params.id);
    if (!question) throw notFound();
    return { question, offered: await answersOf(ctx, question.offered), articles: await allAnswers(ctx) };
  },
  view: missedPage,
});
const cannedList = page({
  path: '/desk/canned',
  permission,
  query: z.object({ done: z.enum(['saved', 'removed']).nullable().catch(null) }),
  load: async ({ tx }, { query: { done } }) => ({ canned: await listCanned(tx), done }),
  view: cannedListPage,
});
const canned = page({
  path: '/desk/canned/:id',
  permission,
  params,
  load: async ({ tx }, { params }) => {
    const found = await loadCanned(tx, params.id);
    if (!found) throw notFound();
    return found;
  },
  view: cannedPage,
});

/** What helps the desk to answer: questions that found nothing, and 定型文. */
export const deskHelpRoutes: readonly Route[] = [
  missedList,
  missed,
  action({
    path: '/desk/questions/:id/teach',
    permission,
    audit: 'chat.teach',
    params,
    form: teachForm,
    page: missed,
    run: (ctx, { params, input }) => teachAnswer(ctx, params.id, input),
  }),
  action({
    path: '/desk/questions/:id/settle',
    permission,
    audit: 'chat.settle',
    params,
    form: settleForm,
    page: missed,
    run: (ctx, { params }) => settleMissed(ctx, params.id),
  }),
  cannedList,
  action({
    path: '/desk/canned',
    permission,
    audit: 'canned-answer.add',
    form: cannedForm,
    page: cannedList,
    run: (ctx, { input }) => addCanned(ctx, input),
  }),
  canned,
  action({
    path: '/desk/canned/:id',
    permission,
    audit: 'canned-answer.save',
    params,
    form: cannedForm,
    page: canned,
    run: (ctx, { params, input }) => saveCanned(ctx, params.id, input),
  }),
  action({
    path: '/desk/canned/:id/remove',
    permission,
    audit: 'canned-answer.remove',
    params,
    form: removeCannedForm,
    page: canned,
    run: (ctx, { params }) => removeCanned(ctx, params.id),
  }),
];
