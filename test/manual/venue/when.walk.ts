import { answer, click, fill, home, inDialog, labelled, named, press } from '../acts.ts';
import type { Kit, Section } from '../model.ts';
import { openVenue } from './02-venue.walk.ts';
import type { Venue } from './kinds.ts';

export const outOfOrder: Section = {
  id: 'outage',
  title: 'システムの不具合・障害等で、V-SYSを利用できないときは',
  ids: ['MH-6'],
  paths: [],
  lead: [
    'V-SYSサービスデスクにお問合せください。それでもV-SYSを利用できないときは、市町村に代行入力について相談してください。市町村が代わりに入力した内容には、誰が入力したかが残り、医療機関にお知らせが届きます。',
  ],
};
/** What is still waiting from 2.1, so that the application of this section stands alone. */
const approveAll = async ({ as }: Kit): Promise<void> => {
  const page = await as('municipality');
  await page.goto('/applications');
  const waiting = page.getByRole('table', { name: '承認待ちの申請' });
  if (await waiting.isVisible()) {
    for (const box of await waiting.getByRole('checkbox').all()) await box.check();
    await named('選択した申請を承認')(page).click();
    await inDialog('OK')(page).click();
    await page.getByText('件の申請を承認しました').waitFor();
  }
  await page.close();
};
export const representative = ({ account }: Venue): Section => ({
  id: 'representative',
  title: '請求総括書・市区町村別請求書に代表者名が印字されないときは',
  ids: ['MH-7'],
  paths: [],
  lead: [
    '「代表者名」が登録されていない場合は、請求総括書等の代表者氏名の欄が空欄になります。作成する前に、以下の手順で登録してください。間に合わなかった場合は、印刷したあとに手書きで記入してください。',
  ],
  begin: async (kit) => {
    await approveAll(kit);
    return home(account)(kit);
  },
  steps: [
    openVenue,
    press('編集', { shows: '医療機関・接種会場の編集 [医療機関名／会場名]' }),
    {
      title: '「医療機関情報（受付システム）」の「代表者名」に、代表者名を入力します。',
      ready: fill({ 代表者名: '厚労　一郎' }),
      ring: labelled('代表者名'),
    },
    press('申請・保存', { afterwards: ['確認画面が表示されます。'] }),
    answer('OK', { shows: '申請完了' }),
    {
      title: '「OK」ボタンを押します。',
      ring: named('OK'),
      act: click(named('OK')),
      afterwards: ['市町村に、承認依頼の旨のメールが送信されます。市町村が承認したら、代表者名が印字されます。'],
    },
  ],
});
