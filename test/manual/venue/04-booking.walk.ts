import { home, named, press } from '../acts.ts';
import type { Section } from '../model.ts';
import type { Venue } from './kinds.ts';

export const bookingStatus = ({ account }: Venue): Section => ({
  id: '4.1',
  title: '接種予約受付状況を更新する',
  ids: ['M4.1-1', 'M4.1-2', 'M4.1-3'],
  paths: ['/booking-status', '/booking-status/done'],
  begin: home(account),
  steps: [
    {
      title:
        '「予約の受付情報の変更」で、「予約可能 ○」「残り少数 △」「予約受付不可 ×」「予約不要 ●」のいずれかを選択します。',
      notes: ['「予約の受付情報の変更」の基準は、医療機関の判断にお任せします。'],
      table: {
        head: ['選択肢', '意味'],
        rows: [
          ['予約可能 ○', '現在、予約を受け付けることができる'],
          ['残り少数 △', '現在、予約を受け付ける残数がわずか'],
          ['予約受付不可 ×', '現在、予約を受け付けられない'],
          ['予約不要 ●', '予約なしで接種可能'],
          ['未登録 －', 'まだ一度も登録していない'],
        ],
      },
      ready: (page) => page.getByRole('radio', { name: '残り少数 △' }).check(),
      ring: (page) => page.getByRole('radiogroup', { name: '予約の受付情報の変更' }),
    },
    press('更新', { shows: '更新完了' }),
    press('OK', {
      find: named('OK'),
      shows: 'ホーム',
      afterwards: ['接種予約受付状況が更新され、更新日とともに「コロナワクチンナビ」に随時公開されます。'],
      notes: [
        '更新は何度でも可能です。間違えた場合には、再度手順1から実施してください。',
        '「更新」ボタンを押さないと、接種予約受付状況は更新されません。',
      ],
    }),
  ],
});
