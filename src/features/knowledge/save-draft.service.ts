import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { articleForm } from './article.form.ts';
import { keptArticle, subjectOf, takeTurn } from './kept-article.service.ts';
import { insertArticle, saveDraft } from './versions.store.ts';

type Input = InputOf<typeof articleForm>;

const checkDays = ({ publishedOn, withdrawnOn }: Input): void => {
  if (publishedOn && withdrawnOn && withdrawnOn <= publishedOn)
    throw invalid({ withdrawnOn: '公開を終える日は、公開日より後の日付にしてください。' });
};

/** 「記事を作成する」: a new article, whose first version is a draft. */
export const createArticle = async (ctx: Ctx, input: Input): Promise<Outcome> => {
  checkDays(input);
  const articleId = await insertArticle(ctx.tx, ctx.now);
  await saveDraft(ctx.tx, { articleId, number: 1, userId: ctx.actor.userId, at: ctx.now }, input);
  ctx.note(subjectOf(articleId), { number: 1 });
  return done(`/knowledge/desk/${articleId}?done=saved`);
};

/** 「下書きを保存」: the version that is being written, or a new one over the published one, which stays in sight. */
export const editArticle = async (ctx: Ctx, articleId: number, input: Input): Promise<Outcome> => {
  const kept = await keptArticle(ctx, articleId);
  if (kept.open?.state === 'review')
    throw conflict('確認待ちの版があります。変更するときは、先に「下書きに戻す」を押してください。');
  checkDays(input);
  await takeTurn(ctx, kept.article);
  const number = kept.open?.number ?? (kept.versions[0]?.number ?? 0) + 1;
  await saveDraft(ctx.tx, { articleId, number, userId: ctx.actor.userId, at: ctx.now }, input);
  ctx.note(subjectOf(articleId), { number });
  return done(`/knowledge/desk/${articleId}?done=saved`);
};
