import { fileTypeFromBuffer } from 'file-type';
import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { articleFileForm } from './article-file.form.ts';
import { insertFile, removeFile } from './article-files.store.ts';
import { type FileType, fileFault, plainName } from './article-files.ts';
import { keptArticle, subjectOf } from './kept-article.service.ts';

export type CheckedFile = { readonly name: string; readonly type: FileType; readonly bytes: Buffer };

/** Looks at the content, not at what the name says, before anything is stored. */
export const checkFile = async ({ file, fileName }: InputOf<typeof articleFileForm>): Promise<CheckedFile> => {
  const name = plainName(fileName);
  const detected = await fileTypeFromBuffer(file);
  const fault = fileFault(name, detected?.mime ?? null, file.length);
  if (fault) throw invalid({ file: fault });
  return { name, type: detected?.mime as FileType, bytes: file };
};

/** 「ファイルを追加する」. */
export const addFile = async (ctx: Ctx, articleId: number, file: CheckedFile): Promise<Outcome> => {
  await keptArticle(ctx, articleId);
  const fileId = await insertFile(ctx.tx, { ...file, articleId, userId: ctx.actor.userId, at: ctx.now });
  ctx.note(subjectOf(articleId), { fileId });
  return done(`/knowledge/desk/${articleId}?done=file`);
};

/** 「外す」: readers no longer get it. */
export const takeFileOff = async (ctx: Ctx, articleId: number, fileId: number): Promise<Outcome> => {
  if (!(await removeFile(ctx.tx, articleId, fileId, ctx.now))) throw notFound();
  ctx.note(subjectOf(articleId), { fileId, removed: true });
  return done(`/knowledge/desk/${articleId}?done=fileRemoved`);
};
