import type { Account } from '../../support/journey.ts';
import { all, fill, labelled, named, press } from '../acts.ts';
import type { Section } from '../model.ts';

/** Other systems act by API key (S8, S30, S31). */
export const apiKeys = (account: Extract<Account, 'vendor' | 'wholesaler' | 'manufacturer'>, id: string): Section => ({
  id,
  title: '自社のシステムとつなぐ（APIキー）',
  ids: account === 'vendor' ? ['S31'] : ['S8'],
  paths: ['/settings/api-keys'],
  lead: ['自社のシステムからV-SYSを利用する場合に、APIキーを発行します。'],
  begin: async (kit) => {
    const page = await kit.as(account);
    await page.goto('/settings');
    return page;
  },
  steps: [
    press('APIキー', {
      find: named(/^APIキー/),
      title: '「私の設定」画面で、「APIキー」を押します。',
      shows: 'APIキー',
    }),
    {
      title: '名前、できること、有効期間を入力します。',
      ready: all(fill({ 名前: '社内システム' }), (page) => page.getByRole('checkbox').first().check()),
      ring: [labelled('名前'), (page) => page.getByRole('group', { name: /できること/ }), labelled('有効期間')],
    },
    press('発行する', {
      important: [
        'APIキーは、発行した画面で1回だけ表示されます。必ず控えて、ほかの人に知られないように保管してください。使わなくなったキーは、すぐに取り消してください。',
      ],
    }),
  ],
});
