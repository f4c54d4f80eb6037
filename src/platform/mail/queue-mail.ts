import type { Tx } from '../db/index.ts';
import { sendJob, sendJobs } from '../jobs/index.ts';
import { insertMails, listWaitingIds, moveMail } from './mails.store.ts';

export interface MailToQueue {
  /** Names the event and the receiver, e.g. `code:123`: the same key is never mailed twice. */
  dedupeKey: string;
  to: string;
  fromName: string;
  subject: string;
  text: string;
  /** True when the text holds a code or a link that opens something; production erases it after sending. */
  secret?: boolean;
  userId?: number;
  orgId?: number;
  /** Business time. */
  at: Date;
}

const rowOf = (mail: MailToQueue): Parameters<typeof insertMails>[1][number] => ({
  dedupe_key: mail.dedupeKey,
  to_address: mail.to,
  from_name: mail.fromName,
  subject: mail.subject,
  body: mail.text,
  secret: mail.secret ?? false,
  user_id: mail.userId ?? null,
  org_id: mail.orgId ?? null,
  created_at: mail.at,
});

/** A statement holds 65,535 values; a mail has nine. */
const atOnce = 1_000;

/** Queues mails in the business transaction, in few statements however many. How many had not been told before. */
export async function queueMails(tx: Tx, mails: readonly MailToQueue[]): Promise<number> {
  let queued = 0;
  for (let from = 0; from < mails.length; from += atOnce) {
    const ids = await insertMails(tx, mails.slice(from, from + atOnce).map(rowOf));
    await sendJobs(
      tx,
      'send-mail',
      ids.map((mailId) => ({ mailId })),
    );
    queued += ids.length;
  }
  return queued;
}

/** Queues a mail in the business transaction. False when its event has been told already. */
export const queueMail = async (tx: Tx, mail: MailToQueue): Promise<boolean> => (await queueMails(tx, [mail])) === 1;

/** Sends a mail that failed or was held back once more (the service desk's 「再送」). False when it is in neither state. */
export async function resendMail(tx: Tx, id: number): Promise<boolean> {
  if (!(await moveMail(tx, id, ['failed', 'suspended'], 'waiting'))) return false;
  await sendJob(tx, 'send-mail', { mailId: id });
  return true;
}

/** Gives every waiting mail a job, after a time in which they were held. One that has a job already is sent once all the same. */
export async function sendWaitingMails(tx: Tx): Promise<void> {
  const ids = await listWaitingIds(tx);
  await sendJobs(
    tx,
    'send-mail',
    ids.map((mailId) => ({ mailId })),
  );
}

/** Holds a waiting mail back until it is resent. False when it is not waiting any more. */
export async function suspendMail(tx: Tx, id: number): Promise<boolean> {
  return moveMail(tx, id, ['waiting'], 'suspended');
}
