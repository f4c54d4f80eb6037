import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBounce } from './read-bounce.ts';

const domain = 'v-sys.example.jp';
type Report = {
  readonly action?: string;
  readonly messageId?: string;
  readonly recipient?: string;
  readonly original?: string;
};

/** A notice as Postfix writes it. */
const notice = ({
  action = 'failed',
  messageId = `<v-sys.42@${domain}>`,
  recipient = 'rfc822; basic@example.jp',
  original = 'message/rfc822',
}: Report = {}): string =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)',
    'To: no-reply@v-sys.example.jp',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.jp',
    'Arrival-Date: Mon, 26 Apr 2021 09:00:00 +0900 (JST)',
    '',
    `Final-Recipient: ${recipient}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <basic@example.jp>: Recipient address rejected:',
    '    User unknown',
    '',
    '--b1',
    `Content-Type: ${original}`,
    '',
    'From: V-SYS <no-reply@v-sys.example.jp>',
    'To: basic@example.jp',
    `Message-ID: ${messageId}`,
    'Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=',
    '',
    'text',
    '--b1--',
    '',
  ].join('\r\n');

describe('readBounce', () => {
  test.each(['message/rfc822', 'text/rfc822-headers'])(
    'says which mail came back, for whom and why (%s)',
    async (original) => {
      expect(await readBounce(notice({ original }), domain)).toEqual({
        kind: 'bounces',
        bounces: [
          {
            mailId: 42,
            to: 'basic@example.jp',
            reason: '5.1.1 550 5.1.1 <basic@example.jp>: Recipient address rejected: User unknown',
          },
        ],
      });
    },
  );

  test.each([
    ['a delay is no bounce', notice({ action: 'delayed' }), 'other-report'],
    ['a delivery is no bounce', notice({ action: 'delivered' }), 'other-report'],
    ['a mail of another system', notice({ messageId: '<abc@other.example.com>' }), 'not-ours'],
    ['a mail of another V-SYS', notice({ messageId: '<v-sys.42@other.example.jp>' }), 'not-ours'],
    ['a notice without recipient', notice({ recipient: '' }), 'not-ours'],
    ['an answer by a person', 'From: a@example.jp\r\nSubject: Re\r\n\r\n5.1.1 failed', 'no-report'],
    ['nothing', '', 'no-report'],
  ])('%s', async (_what, raw, kind) => {
    expect(await readBounce(raw, domain)).toMatchObject({ kind });
  });

  test('whatever is sent, it is read without a fault', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), fc.nat(), async (noise, at) => {
        const raw = notice();
        const cut = at % raw.length;
        expect((await readBounce(raw.slice(0, cut) + noise + raw.slice(cut), domain)).kind).toBeTruthy();
      }),
      { numRuns: 60 },
    ));
});
