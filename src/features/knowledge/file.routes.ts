import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import { action, file, type Route } from '../../platform/http/index.ts';
import { may } from '../../policy.ts';
import { addFile, checkFile, takeFileOff } from './add-file.service.ts';
import { articleFileForm, removeFileForm } from './article-file.form.ts';
import { loadFile } from './article-files.store.ts';
import { largestFile } from './article-files.ts';
import { isShownNow } from './articles.store.ts';
import { deskArticle } from './desk.routes.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Pictures, PDFs and videos of articles: kept in the database, given out with the type their content has. */
export const fileRoutes: readonly Route[] = [
  file({
    path: '/knowledge/files/:id',
    permission: 'knowledge.read',
    params: z.object({ id }),
    query: z.object({ download: z.string().optional() }),
    load: async ({ tx, actor, now }, { params, query }) => {
      const found = await loadFile(tx, params.id);
      const open = found && found.removedAt === null && (await isShownNow(tx, found.articleId, dayOf(now)));
      if (!found || !(open || may(actor, 'knowledge.manage'))) throw notFound();
      return { filename: found.name, type: found.type, body: found.bytes, inline: query.download === undefined };
    },
  }),
  action({
    path: '/knowledge/desk/:id/files',
    permission: 'knowledge.manage',
    audit: 'article.add-file',
    params: z.object({ id }),
    form: articleFileForm,
    page: deskArticle,
    uploadLimit: largestFile,
    prepare: checkFile,
    run: (ctx, { params, prepared }) => addFile(ctx, params.id, prepared),
  }),
  action({
    path: '/knowledge/desk/:id/files/:fileId/remove',
    permission: 'knowledge.manage',
    audit: 'article.remove-file',
    params: z.object({ id, fileId: id }),
    form: removeFileForm,
    page: deskArticle,
    run: (ctx, { params }) => takeFileOff(ctx, params.id, params.fileId),
  }),
];
