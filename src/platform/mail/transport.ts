import { createTransport } from 'nodemailer';
import type { ClaimedMail } from './mails.store.ts';

/** Hands a mail to the world. */
export interface MailTransport {
  /** Says why when the receiving side refused it for good; throws when trying again may help. */
  deliver(mail: ClaimedMail): Promise<{ refused?: string }>;
  /** Whether texts with codes are erased once sent. */
  readonly erasesSecrets: boolean;
  close(): void;
}

/** The demo's: delivered means kept for the mailbox page. Addresses under `.invalid` bounce, as they do everywhere. */
export const mailboxTransport: MailTransport = {
  deliver: async ({ to }) => (to.endsWith('.invalid') ? { refused: '550 5.1.2 宛先のドメインが見つかりません' } : {}),
  erasesSecrets: false,
  close() {},
};

/** By SMTP. `fromAddress` is the sender of every mail; the name beside it is the mail's own. */
export function smtpTransport(smtpUrl: string, fromAddress: string): MailTransport {
  const smtp = createTransport({
    url: smtpUrl,
    // A connection for each mail costs more than the mail.
    pool: true,
    maxConnections: 5,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return {
    erasesSecrets: true,
    close: () => smtp.close(),
    async deliver({ id, to, fromName, subject, text }) {
      try {
        await smtp.sendMail({
          from: { name: fromName, address: fromAddress },
          to: { name: '', address: to },
          subject,
          text,
          // The same at every try, so that a receiver who got it already can tell.
          messageId: `<v-sys.${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return {};
      } catch (error) {
        if (refusedForGood(error)) return { refused: String(error) };
        throw error;
      }
    },
  };
}

function refusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
