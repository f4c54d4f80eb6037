import type { Tx } from '../db/index.ts';
import { sendJob, sendJobs } from '../jobs/index.ts';
import { insertMail, listWaitingIds, moveMail } from './mails.store.ts';

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

/** Queues a mail in the business transaction. False when its event has been told already. */
export async function queueMail(tx: Tx, mail: MailToQueue): Promise<boolean> {
  const mailId = await insertMail(tx, {
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
  if (mailId === undefined) return false;
  await sendJob(tx, 'send-mail', { mailId });
  return true;
}

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
