import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { articleForm, publishForm, sendBackForm, submitForm, withdrawForm } from './article.form.ts';
import { articleEditPage } from './article-edit.page.tsx';
import { loadFiles } from './article-files.store.ts';
import { deskArticlePage, doneWords, versionPage } from './desk-article.page.tsx';
import { deskListPage } from './desk-list.page.tsx';
import { listDeskRows } from './desk-list.store.ts';
import { keptArticle } from './kept-article.service.ts';
import { moveVersion, publishArticle, withdrawArticle } from './move-version.service.ts';
import { createArticle, editArticle } from './save-draft.service.ts';

const permission = 'knowledge.manage';
const pageSize = 50;
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });

const list = page({
  path: '/knowledge/desk',
  permission,
  query: z.object({
    q: z.string().max(200).catch(''),
    state: z.enum(['draft', 'review', 'shown', 'hidden']).nullable().catch(null),
    before: id.nullable().catch(null),
  }),
  load: async ({ tx, now }, { query: { q, state, before } }) => {
    const rows = await listDeskRows(tx, { q, state, today: dayOf(now), beforeId: before, limit: pageSize + 1 });
    return { rows: rows.slice(0, pageSize), more: rows.length > pageSize, q, state };
  },
  view: deskListPage,
});
const create = page({ path: '/knowledge/desk/new', permission, load: async () => null, view: articleEditPage });

/** One article on the desk; forms of its files come back to it too. */
export const deskArticle = page({
  path: '/knowledge/desk/:id',
  permission,
  params,
  query: z.object({
    done: z
      .enum(Object.keys(doneWords) as (keyof typeof doneWords)[])
      .nullable()
      .catch(null),
  }),
  load: async (ctx, { params, query }) => ({
    ...(await keptArticle(ctx, params.id)),
    files: await loadFiles(ctx.tx, params.id),
    done: query.done,
  }),
  view: deskArticlePage,
});
const edit = page({
  path: '/knowledge/desk/:id/edit',
  permission,
  params,
  load: async (ctx, { params }) => {
    const kept = await keptArticle(ctx, params.id);
    if (kept.open?.state === 'review')
      throw conflict('確認待ちの版は編集できません。先に「下書きに戻す」を押してください。');
    return kept;
  },
  view: articleEditPage,
});

/** What the service desk does with articles (M6.3-1: it manages them). */
export const deskRoutes: readonly Route[] = [
  list,
  create,
  action({
    path: '/knowledge/desk/new',
    permission,
    audit: 'article.write',
    form: articleForm,
    page: create,
    run: (ctx, { input }) => createArticle(ctx, input),
  }),
  deskArticle,
  edit,
  action({
    path: '/knowledge/desk/:id/edit',
    permission,
    audit: 'article.write',
    params,
    form: articleForm,
    page: edit,
    run: (ctx, { params, input }) => editArticle(ctx, params.id, input),
  }),
  action({
    path: '/knowledge/desk/:id/submit',
    permission,
    audit: 'article.submit',
    params,
    form: submitForm,
    page: deskArticle,
    run: (ctx, { params }) => moveVersion(ctx, params.id, 'submit'),
  }),
  action({
    path: '/knowledge/desk/:id/send-back',
    permission,
    audit: 'article.send-back',
    params,
    form: sendBackForm,
    page: deskArticle,
    run: (ctx, { params }) => moveVersion(ctx, params.id, 'sendBack'),
  }),
  action({
    path: '/knowledge/desk/:id/publish',
    permission,
    audit: 'article.publish',
    params,
    form: publishForm,
    page: deskArticle,
    run: (ctx, { params }) => publishArticle(ctx, params.id),
  }),
  action({
    path: '/knowledge/desk/:id/withdraw',
    permission,
    audit: 'article.withdraw',
    params,
    form: withdrawForm,
    page: deskArticle,
    run: (ctx, { params }) => withdrawArticle(ctx, params.id),
  }),
  page({
    path: '/knowledge/desk/:id/versions/:number',
    permission,
    params: z.object({ id, number: id }),
    load: async (ctx, { params }) => {
      const kept = await keptArticle(ctx, params.id);
      const version = kept.versions.find(({ number }) => number === params.number);
      if (!version) throw notFound();
      return { kept, version };
    },
    view: versionPage,
  }),
];
