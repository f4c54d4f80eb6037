import { click, fill, home, labelled, menu, named, press } from '../acts.ts';
import type { Manual, Section } from '../model.ts';
import { officeManual } from './introduction.ts';
import { apiKeys } from './keys.walk.ts';

const update: Section = {
  id: '2.1',
  title: '受託している施設の予約受付状況を更新する',
  ids: ['S31', 'M2.1-5'],
  paths: ['/booking-status/venues'],
  lead: ['医療機関が「代行入力フラグ」で「要」を選択し、予約受付業者として選択した施設だけが表示されます。'],
  begin: home('vendor'),
  steps: [
    press('予約受付状況の更新', {
      find: menu('予約受付状況の更新'),
      title: '「予約受付状況の更新」を押します。',
      shows: '予約受付状況の更新',
    }),
    {
      title: '施設の名称などを入力し、「絞り込む」ボタンを押します。',
      ready: fill({ '名称・住所・コード': '三田クリニック' }),
      ring: [labelled('名称・住所・コード'), named('絞り込む')],
      act: click(named('絞り込む')),
    },
    {
      title: '施設の名前を押します。',
      ring: named('三田クリニック'),
      act: click(named('三田クリニック')),
      shows: '予約の受付情報の変更 [医療機関名／会場名]',
    },
    {
      title: '「予約可能 ○」「残り少数 △」「予約受付不可 ×」「予約不要 ●」のいずれかを選択します。',
      ready: (page) => page.getByRole('radio', { name: '残り少数 △' }).check(),
      ring: (page) => page.getByRole('radiogroup'),
    },
    press('更新', {
      shows: '予約受付状況の更新',
      afterwards: ['「…に更新しました。」と表示されます。続けて他の施設を更新できます。'],
      important: ['更新した内容は、「コロナワクチンナビ」にすぐに公開されます。'],
    }),
  ],
};

export const vendor: Manual = officeManual(
  'vendor',
  '予約受付業者用',
  [
    ['2.1 受託している施設の予約受付状況を更新する', '毎日、受付状況に応じてすみやかに'],
    ['2.2 自社のシステムとつなぐ', 'APIキーを使うとき'],
  ],
  [{ number: '2', title: '予約受付状況を更新する', sections: [update, apiKeys('vendor', '2.2')] }],
);
