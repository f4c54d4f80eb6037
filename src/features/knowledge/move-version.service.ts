import { dayOf, formatDay } from '../../kernel/calendar.ts';
import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { move } from '../../kernel/states.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { noteChange } from './article-changes.store.ts';
import { type DeskArticle, keptArticle, subjectOf, takeTurn } from './kept-article.service.ts';
import { versionMoves } from './versions.states.ts';
import { type ArticleVersion, makeLive, setVersionState, setWithdrawn } from './versions.store.ts';

type Move = keyof typeof versionMoves;

const movable = (kept: DeskArticle, name: Move): ArticleVersion => {
  if (!kept.open || !move(versionMoves, kept.open.state, name))
    throw conflict('この版の状態が変わっています。画面を開き直して、確認してください。');
  return kept.open;
};

/** 「確認を依頼する」 and 「下書きに戻す」. */
export const moveVersion = async (ctx: Ctx, articleId: number, name: 'submit' | 'sendBack'): Promise<Outcome> => {
  const kept = await keptArticle(ctx, articleId);
  const { number } = movable(kept, name);
  await takeTurn(ctx, kept.article);
  await setVersionState(ctx.tx, articleId, number, versionMoves[name].to);
  ctx.note(subjectOf(articleId), { number, state: versionMoves[name].to });
  return done(`/knowledge/desk/${articleId}?done=${name}`);
};

/** 「公開する」: by a second person where there is one; whoever checks the own text is asked. */
export const publishArticle = async (ctx: Ctx, articleId: number): Promise<Outcome> => {
  const kept = await keptArticle(ctx, articleId);
  const version = movable(kept, 'publish');
  const today = dayOf(ctx.now);
  const publishedOn = version.publishedOn ?? today;
  const last = version.withdrawnOn;
  if (last !== null && (last <= today || last <= publishedOn))
    throw conflict(
      `公開を終える日（${formatDay(last)}）になっているため、公開しても表示されません。先に「編集」で日付を直してください。`,
    );
  const own = version.authorId === ctx.actor.userId;
  ctx.ask(
    question({
      id: 'publish-article',
      title: '記事を公開しますか',
      lines: [
        '内容を確認しましたか。公開すると、V-SYSの利用者全員が読めるようになります。',
        ...(own ? ['この版は、ご自身が作成したものです。できるだけ別の担当者が確認してください。'] : []),
      ],
      rows: [
        { label: 'タイトル', value: version.title },
        { label: '公開日', value: formatDay(publishedOn) },
      ],
      about: [kept.article.version, version.number],
    }),
  );
  await takeTurn(ctx, kept.article);
  const who = { articleId, number: version.number, userId: ctx.actor.userId, at: ctx.now };
  await makeLive(ctx.tx, who, publishedOn);
  await noteChange(ctx.tx, articleId);
  ctx.note(subjectOf(articleId), { number: version.number, publishedOn, own });
  return done(`/knowledge/desk/${articleId}?done=published`);
};

/** 「公開を終える」: from today on readers no longer see it; its versions stay. */
export const withdrawArticle = async (ctx: Ctx, articleId: number): Promise<Outcome> => {
  const kept = await keptArticle(ctx, articleId);
  const { live } = kept;
  const today = dayOf(ctx.now);
  if (!live || (live.withdrawnOn && live.withdrawnOn <= today)) throw conflict('この記事は公開されていません。');
  ctx.ask(
    question({
      id: 'withdraw-article',
      title: '記事の公開を終えますか',
      lines: ['利用者はこの記事を読めなくなります。もう一度公開するときは、新しい版を作成します。'],
      rows: [{ label: 'タイトル', value: live.title }],
      about: kept.article.version,
    }),
  );
  await takeTurn(ctx, kept.article);
  await setWithdrawn(ctx.tx, articleId, live.number, today);
  await noteChange(ctx.tx, articleId);
  ctx.note(subjectOf(articleId), { number: live.number, withdrawnOn: today });
  return done(`/knowledge/desk/${articleId}?done=withdrawn`);
};
