import type { Account } from '../../support/journey.ts';
import { home, menu, press } from '../acts.ts';
import type { Section } from '../model.ts';

/** S35: what is kept for how long. */
export const readRetention = (account: Extract<Account, 'ministry' | 'desk'>, id: string): Section => ({
  id,
  title: 'データの保存期間を確認する',
  ids: ['S35'],
  paths: ['/retention'],
  begin: home(account),
  steps: [
    press('データの保存期間', {
      find: menu('データの保存期間'),
      title: '「データの保存期間」を押します。',
      shows: 'データの保存期間',
    }),
    {
      title: 'データの種類ごとに、保存期間と、これまでに削除した件数を確認します。',
      width: 1180,
      ring: (page) => page.getByRole('main').getByRole('table'),
      notes: ['保存期間を過ぎたデータは、1日に1回、自動で削除されます。'],
    },
  ],
});
