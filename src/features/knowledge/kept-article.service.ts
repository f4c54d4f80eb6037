import { notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { type ArticleVersion, type KeptArticle, loadKept, loadVersions, touchArticle } from './versions.store.ts';

/** An article as the desk works on it. */
export type DeskArticle = {
  readonly article: KeptArticle;
  /** The newest first. */
  readonly versions: readonly ArticleVersion[];
  /** The one that is being written or checked. */
  readonly open: ArticleVersion | null;
  readonly live: ArticleVersion | null;
};

export const subjectOf = (articleId: number): string => `article:${articleId}`;

/** The article behind an id with all its versions. */
export const keptArticle = async ({ tx }: Pick<Ctx, 'tx'>, articleId: number): Promise<DeskArticle> => {
  const article = await loadKept(tx, articleId);
  if (!article) throw notFound();
  const versions = await loadVersions(tx, articleId);
  return {
    article,
    versions,
    open: versions.find(({ state }) => state !== 'published') ?? null,
    live: versions.find(({ number }) => number === article.live) ?? null,
  };
};

/** Makes sure that nobody saved since the form was opened. */
export const takeTurn = async (ctx: Ctx, { id, version }: KeptArticle): Promise<void> => {
  if (!(await touchArticle(ctx.tx, id, ctx.version ?? version))) throw await staleBy(ctx.tx, subjectOf(id));
};
