import type { SystemCtx } from '../../platform/context.ts';
import { queueMails } from '../../platform/mail/index.ts';
import { insertNotices, loadRecipients } from './notices.store.ts';
import { mailText, type News, subjectOf } from './notices.ts';

/** A statement holds 65,535 values; a notice has seven. */
const atOnce = 1_000;

const send = async (ctx: SystemCtx, news: readonly News[]): Promise<void> => {
  const kept = await insertNotices(ctx.tx, news, ctx.now);
  const fresh = news.filter(({ key }) => kept.has(key));
  if (fresh.length === 0) return;
  const recipients = Map.groupBy(
    await loadRecipients(ctx.tx, [...new Set(fresh.map(({ orgId }) => orgId))]),
    ({ orgId }) => orgId,
  );
  await queueMails(
    ctx.tx,
    fresh.flatMap((piece) =>
      (recipients.get(piece.orgId) ?? []).map(({ userId, email, orgName }) => ({
        dedupeKey: `notice:${kept.get(piece.key)}:${userId}`,
        to: email,
        fromName: piece.from,
        subject: subjectOf(piece.title),
        text: mailText(piece, orgName, ctx.publicUrl),
        userId,
        orgId: piece.orgId,
        at: ctx.now,
      })),
    ),
  );
};

/**
 * S28: writes the notices and their mails in the transaction of the event; told before = nothing happens. News to many
 * is told as one list: four statements a thousand, so that the 確定 of a big city does not wait for its mails.
 */
export const sendNews = async (ctx: SystemCtx, news: News | readonly News[]): Promise<void> => {
  const pieces = new Map([news].flat().map((piece) => [piece.key, piece]));
  const all = [...pieces.values()];
  for (let from = 0; from < all.length; from += atOnce) await send(ctx, all.slice(from, from + atOnce));
};
