import type { SystemCtx } from '../../platform/context.ts';
import { queueMails } from '../../platform/mail/index.ts';
import { loadUnmailed, nextOfAudience, saveMailed } from './announcements.store.ts';
import type { Announcement } from './announcements.ts';
import { loadRecipients } from './notices.store.ts';
import { mailText, noticeHref, subjectOf } from './notices.ts';

/** So many organisations at once, and so many times a minute: one for the whole country takes some minutes. */
const atOnce = 1_000;
const rounds = 10;

const mailTo = async (
  { tx, now, publicUrl }: SystemCtx,
  it: Announcement,
  orgIds: readonly number[],
): Promise<void> => {
  const news = { lines: it.body.split('\n'), link: noticeHref({ source: 'written', id: it.id }), from: it.orgName };
  await queueMails(
    tx,
    (await loadRecipients(tx, orgIds)).map(({ userId, orgId, email, orgName }) => ({
      dedupeKey: `announcement:${it.id}:${userId}`,
      to: email,
      fromName: it.orgName,
      subject: subjectOf(`重要：${it.title}`),
      text: mailText(news, orgName, publicUrl),
      userId,
      orgId,
      at: now,
    })),
  );
};

/** Mails important お知らせ to their audience, each once, from the beginning of its period on (M1.5-1 ④). */
export const mailAnnouncements = async (ctx: SystemCtx): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const it = await loadUnmailed(ctx.tx, ctx.now);
    if (!it) return;
    const orgIds = await nextOfAudience(ctx.tx, it, it.mailedUpTo, atOnce);
    if (orgIds.length > 0) await mailTo(ctx, it, orgIds);
    await saveMailed(ctx.tx, it.id, orgIds.at(-1) ?? it.mailedUpTo, orgIds.length < atOnce ? ctx.now : null);
  }
};
