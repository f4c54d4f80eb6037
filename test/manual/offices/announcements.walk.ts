import type { Account } from '../../support/journey.ts';
import { answer, fill, home, labelled, menu, named, part, press, region } from '../acts.ts';
import type { Section } from '../model.ts';

type Who = Extract<Account, 'ministry' | 'prefecture' | 'municipality' | 'desk'>;

/** M1.5-1 ④, from the side of who writes it. */
export const announce = (account: Who, id: string): Section => ({
  id,
  title: '「お知らせ」を作成し、公開する',
  ids: ['M1.5-1'],
  paths: ['/announcements'],
  begin: home(account),
  steps: [
    press('お知らせの作成', { find: menu('お知らせの作成'), title: '「お知らせの作成」を押します。' }),
    press('新しいお知らせ', { title: '「新しいお知らせ」を押します。' }),
    {
      title: '件名、本文、重要度、対象者、対象地域、掲載の期間を入力します。',
      ready: fill({
        件名: '連休中の連絡先',
        本文: '連休中は次の番号にご連絡ください。\n03-0000-0000',
        重要: true,
        基本型接種施設: true,
        掲載の終了: '2021-05-06T00:00',
      }),
      parts: [
        part('「件名」を入力します。', labelled('件名')),
        part('「本文」を入力します。', labelled('本文')),
        part('「重要度」を選択します。', (page) => page.getByRole('radiogroup', { name: /重要度/ })),
        part('「対象者」にチェックを付けます。', (page) => page.getByRole('group', { name: /対象者/ })),
        part('「対象地域」を選択します。', labelled('対象地域')),
        part('「掲載の開始」を入力します。', labelled('掲載の開始')),
        part('「掲載の終了」を入力します。', labelled('掲載の終了')),
      ],
    },
    press('保存してプレビューを見る'),
    {
      title: 'プレビューを確認し、「公開する」ボタンを押します。',
      ring: [region('プレビュー'), named('公開する')],
      act: (page) => named('公開する')(page).click(),
    },
    answer('OK', {
      title: '対象者と対象地域を確認し、「OK」ボタンを押します。',
      afterwards: ['対象者の「ホーム」画面の「お知らせ」に表示されます。'],
      notes: ['公開を終える場合は、「お知らせの作成」の一覧から開いて取り下げます。'],
    }),
  ],
});
