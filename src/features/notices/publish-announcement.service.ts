import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { announcementRows } from './announcement-words.ts';
import { countAudience, insertHistory, updateAnnouncement } from './announcements.store.ts';
import { ownAnnouncement } from './save-announcement.service.ts';

/** 「公開する」: its audience sees it from the beginning of its period on. */
export const publishAnnouncement = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const it = await ownAnnouncement(ctx, id);
  if (it.state !== 'draft') throw conflict('このお知らせは、すでに公開されたか、取り下げられています。');
  if (it.shownTo && it.shownTo <= ctx.now)
    throw conflict('掲載期間が終わっています。「編集」で掲載の終了を直してください。');
  const organisations = await countAudience(ctx.tx, it);
  ctx.ask(
    question({
      id: 'publish-announcement',
      title: 'このお知らせを公開しますか',
      lines: [
        `${organisations.toLocaleString('ja-JP')}の組織の「ホーム」と「お知らせ」に表示されます。`,
        ...(it.importance === 'important' ? ['重要なお知らせのため、掲載が始まると、メールでも1回送信します。'] : []),
      ],
      rows: announcementRows(it).filter(({ label }) => label !== '本文'),
      about: it.version,
    }),
  );
  const change = { state: 'published', published_at: ctx.now } as const;
  if (!(await updateAnnouncement(ctx.tx, id, ctx.version ?? 0, change)))
    throw await staleBy(ctx.tx, `announcement:${id}`);
  await insertHistory(ctx.tx, id, { at: ctx.now, userId: ctx.actor.userId, what: 'publish', changes: [] });
  ctx.note(`announcement:${id}`, { organisations });
  return done(`/announcements/${id}?done=published`);
};

/** 「取り下げる」: nobody sees it any more but its writers. */
export const withdrawAnnouncement = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const it = await ownAnnouncement(ctx, id);
  if (it.state !== 'published') throw conflict('公開中のお知らせだけを取り下げることができます。');
  ctx.ask(
    question({
      id: 'withdraw-announcement',
      title: 'このお知らせを取り下げますか',
      lines: ['受け取った人からも見えなくなります。元に戻すことはできません。'],
      rows: [{ label: '件名', value: it.title }],
      about: it.version,
    }),
  );
  if (!(await updateAnnouncement(ctx.tx, id, ctx.version ?? 0, { state: 'withdrawn' })))
    throw await staleBy(ctx.tx, `announcement:${id}`);
  await insertHistory(ctx.tx, id, { at: ctx.now, userId: ctx.actor.userId, what: 'withdraw', changes: [] });
  ctx.note(`announcement:${id}`);
  return done(`/announcements/${id}?done=withdrawn`);
};
