/** Mail: queued in the business transaction, sent by a job. */
export { type ListedMail, listMails, markBounced } from './mails.store.ts';
export { type MailToQueue, queueMail, queueMails, resendMail, sendWaitingMails, suspendMail } from './queue-mail.ts';
export { readBounce } from './read-bounce.ts';
export { sendMailJob } from './send-mail.job.ts';
export { type MailTransport, mailboxTransport, smtpTransport } from './transport.ts';
