import type { SystemCtx } from '../../platform/context.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { insertNotice, loadRecipients } from './notices.store.ts';
import { mailText, type News, subjectOf } from './notices.ts';

/** S28: writes the notice and its mails in the transaction of the event; told before = nothing happens. */
export const sendNews = async (ctx: SystemCtx, news: News): Promise<void> => {
  const noticeId = await insertNotice(ctx.tx, news, ctx.now);
  if (noticeId === null) return;
  for (const { userId, email, orgName } of await loadRecipients(ctx.tx, news.orgId)) {
    await queueMail(ctx.tx, {
      dedupeKey: `notice:${noticeId}:${userId}`,
      to: email,
      fromName: news.from,
      subject: subjectOf(news.title),
      text: mailText(news, orgName, ctx.publicUrl),
      userId,
      orgId: news.orgId,
      at: ctx.now,
    });
  }
};
