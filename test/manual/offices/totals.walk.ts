import type { Account } from '../../support/journey.ts';
import { click, home, labelled, menu, named, press, region } from '../acts.ts';
import type { Section } from '../model.ts';

const names = { ministry: '全国', prefecture: '東京都', municipality: '港区' } as const;
const shown = { ministry: '集計 全国', prefecture: '集計 [都道府県名]', municipality: '集計 [市町村名]' } as const;
const below = { ministry: '都道府県', prefecture: '市町村', municipality: '医療機関・接種会場' } as const;

/** S14 */
export const totals = (account: Extract<Account, keyof typeof names>, id: string): Section => ({
  id,
  title: '集計を確認する',
  ids: ['S14', 'S13'],
  paths: ['/totals'],
  lead: [
    '納入希望量、分配量、納入、接種回数、廃棄、在庫を、クール・地域・ワクチンごとに確認します。数字のそばには、いつの時点の数字か、何施設が報告済みかが表示されます。「—」は、報告がまだないことを表します（0ではありません）。',
  ],
  begin: home(account),
  steps: [
    press('集計', { find: menu('集計'), title: '「集計」を押します。', shows: shown[account] }),
    {
      title: '「クール」などを選択し、「表示」ボタンを押します。',
      width: 1180,
      ring: [labelled('クール'), named('表示')],
      act: click(named('表示')),
    },
    {
      title: '状況のまとめを確認します。',
      width: 1180,
      ring: region(`${names[account]}の状況`),
      notes: [`下の表で${below[account]}の名前を押すと、その集計が表示されます。`],
    },
    {
      title: '表の「CSV」又は「Excel」を押すと、ファイルを保存できます。',
      width: 1180,
      ring: named(/ CSV$/),
    },
  ],
});
