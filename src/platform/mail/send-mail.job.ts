import type { Clock } from '../clock/index.ts';
import type { Db, Tx } from '../db/index.ts';
import type { Together } from '../jobs/index.ts';
import { type ClaimedMail, claimMails, markFailed, markSent, secretsAmong } from './mails.store.ts';
import type { MailTransport } from './transport.ts';

/** Longer than the transport's time limits together, so that nobody takes a mail that is just being sent. */
const CLAIM_SECONDS = 90;

/** What became of a mail: out, refused for good (why), or to be tried again. */
type Sent = { readonly id: number; readonly refused?: string | undefined; readonly error?: Error };

/**
 * The worker of the queue `send-mail`. Claim, send, note – the sending is outside the transactions, which must stay
 * short, and the mails at hand go side by side. A mail is sent once; the only window is a crash after the server took it
 * and before that is noted: then it is sent again, with the same Message-ID. While `waits` says so (read-only mode) only
 * mails with codes go out, without which nobody could log in.
 */
export function sendMailJob(
  db: Db,
  clock: Clock,
  transport: MailTransport,
  waits: (tx: Tx) => Promise<boolean> = async () => false,
): Together<'send-mail'> {
  const send = async (mail: ClaimedMail): Promise<Sent> => {
    try {
      const { refused } = await transport.deliver(mail);
      return { id: mail.id, refused };
    } catch (thrown) {
      return { id: mail.id, error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
    }
  };
  return {
    async together(jobs) {
      const ids = [...new Set(jobs.map(({ payload }) => payload.mailId))];
      const { claimed, busy } = await db.transaction({ role: 'all' }, async (tx) =>
        // What waits stays 'waiting'; `sendWaitingMails` gives it a job again.
        claimMails(tx, (await waits(tx)) ? await secretsAmong(tx, ids) : ids, CLAIM_SECONDS),
      );
      const sent = new Map((await Promise.all(claimed.map(send))).map((one) => [one.id, one]));
      const lastTries = new Set(jobs.filter(({ lastTry }) => lastTry).map(({ payload }) => payload.mailId));
      if (sent.size > 0) await note(db, [...sent.values()], lastTries, clock.now(), transport.erasesSecrets);
      return jobs.map(({ payload: { mailId } }) =>
        busy.has(mailId)
          ? new Error(`mail ${mailId} is being sent by another worker, or its worker died just now`)
          : (sent.get(mailId)?.error ?? null),
      );
    },
  };
}

const note = (db: Db, sent: readonly Sent[], lastTries: ReadonlySet<number>, at: Date, erase: boolean): Promise<void> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const out = sent.filter(({ refused, error }) => !refused && !error);
    await markSent(
      tx,
      out.map(({ id }) => id),
      at,
      erase,
    );
    for (const { id, refused, error } of sent) {
      if (refused) await markFailed(tx, id, refused, true);
      else if (error) await markFailed(tx, id, String(error), lastTries.has(id));
    }
  });
