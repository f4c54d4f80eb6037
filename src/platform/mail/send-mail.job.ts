import type { Clock } from '../clock/index.ts';
import type { Db, Tx } from '../db/index.ts';
import type { Handler } from '../jobs/index.ts';
import { claimMail, isSecret, markFailed, markSent } from './mails.store.ts';
import type { MailTransport } from './transport.ts';

/** Longer than the transport's time limits together, so that nobody takes a mail that is just being sent. */
const CLAIM_SECONDS = 60;

/**
 * The worker of the queue `send-mail`. Claim, send, note – the sending is outside the transactions, which must stay
 * short. A mail is sent once; the only window is a crash after the server took it and before that is noted: then it is
 * sent again, with the same Message-ID. While `waits` says so (read-only mode) only mails with codes go out, without
 * which nobody could log in.
 */
export function sendMailJob(
  db: Db,
  clock: Clock,
  transport: MailTransport,
  waits: (tx: Tx) => Promise<boolean> = async () => false,
): Handler<'send-mail'> {
  return async ({ mailId }, { lastTry }) => {
    const mail = await db.transaction({ role: 'all' }, async (tx) =>
      // What waits stays 'waiting'; `sendWaitingMails` gives it a job again.
      (await waits(tx)) && !(await isSecret(tx, mailId)) ? 'over' : claimMail(tx, mailId, CLAIM_SECONDS),
    );
    if (mail === 'over') return;
    if (mail === 'busy') throw new Error(`mail ${mailId} is being sent by another worker, or its worker died just now`);
    const { refused } = await transport.deliver(mail).catch(async (error: unknown) => {
      await db.transaction({ role: 'all' }, (tx) => markFailed(tx, mailId, String(error), lastTry));
      throw error;
    });
    await db.transaction({ role: 'all' }, (tx) =>
      refused ? markFailed(tx, mailId, refused, true) : markSent(tx, mailId, clock.now(), transport.erasesSecrets),
    );
  };
}
