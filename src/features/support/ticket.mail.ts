import { formatInstant } from '../../kernel/calendar.ts';
import { categoryName, subjectOf } from './inquiry-kinds.ts';
import { lacksCode, receiptNumber, type Ticket } from './tickets.ts';

type Mail = { readonly subject: string; readonly text: string };

const about = (ticket: Ticket): readonly string[] => [
  `受付番号：${receiptNumber(ticket)}`,
  `受付日時：${formatInstant(ticket.createdAt)}`,
  ...(ticket.channel === 'form' ? [`お問い合わせ分類：${categoryName(ticket.category)}`] : []),
  `お問い合わせ内容：${subjectOf(ticket)}`,
];
const state = (ticket: Ticket, publicUrl: string): readonly string[] =>
  ticket.userId === null
    ? []
    : [
        '',
        'お問い合わせの状況は、次のページで確認できます（ログインが必要です）。',
        `${publicUrl}/support/inquiries/${ticket.id}`,
      ];
const end = [
  '',
  'このメールはV-SYSから自動で送信しています。このメールに返信いただいてもお答えできません。',
  'V-SYSサービスデスク',
  '',
];

/** The automatic mail (MC-2): received, and what is missing (MC-7). Says nothing of what was written. */
export const receivedMail = (ticket: Ticket, publicUrl: string): Mail => ({
  subject: `【V-SYS】お問い合わせを受け付けました（受付番号 ${receiptNumber(ticket)}）`,
  text: [
    'お問い合わせを受け付けました。',
    'V-SYSサービスデスクから、メールまたは電話で回答します。しばらくお待ちください。',
    '',
    ...about(ticket),
    ...(lacksCode(ticket)
      ? [
          '',
          '医療機関コード（10桁）の記載がありません。このままではお手続きできないため、医療機関コードと医療機関名をお知らせください。',
        ]
      : []),
    ...state(ticket, publicUrl),
    ...end,
  ].join('\n'),
});

/** The desk's answer. */
export const answerMail = (ticket: Ticket, answer: string, publicUrl: string): Mail => ({
  subject: `【V-SYS】お問い合わせへの回答（受付番号 ${receiptNumber(ticket)}）`,
  text: [
    'お問い合わせいただいた件について、回答します。',
    '',
    ...about(ticket),
    '',
    '【回答】',
    answer,
    ...state(ticket, publicUrl),
    ...end,
  ].join('\n'),
});
