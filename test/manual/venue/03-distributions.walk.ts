import { click, column, fill, home, menu, named, pathInMail, press } from '../acts.ts';
import type { Section, Step } from '../model.ts';
import { allocateAll, deliver, planDelivery, ship } from '../scenes.ts';

const listName = 'ワクチン分配';
const loginFirst =
  'V-SYSにログインしていた場合は、ワクチン分配の一覧画面が表示されます。ログインしていなかった場合は、「ログイン」画面が表示されます。ログインしたら、ワクチン分配の一覧画面が表示されます。';
const fixed = '【V-SYS】ワクチン等分配確定通知（市町村→医療機関・接種会場）';
const planned = '【V-SYS】卸業者による配送予定日の入力通知';
const wide = 1180;

const readAmounts: Step = {
  title:
    '「【分配量（最小包装単位）】」列、「分配量（バイアル数・本数）」列及び「分配量（接種回数）」列で、ワクチン・針・シリンジの分配量を確認します。',
  ready: (page) => page.goto('/distributions?cycle=5'),
  width: wide,
  ring: [column('【分配量（最小包装単位）】'), column('分配量（バイアル数・本数）'), column('分配量（接種回数）')],
};
const readDays: Step = {
  title: '「納入予定日」列で、ワクチン・針・シリンジの納入予定日を確認します。',
  ready: (page) => page.goto('/distributions?cycle=5'),
  width: wide,
  ring: column('納入予定日'),
  notes: [
    '納入予定日のほか、分配量についても確認できます。',
    '右の方にある、「製薬メーカー出荷日」列で製薬メーカーの出荷日を、「次回交換期日」「次々回交換期日」列でドライアイスの交換期日を確認できます。これらは、製薬メーカーが出荷日を入力したら確認できます。',
  ],
};
const fromMail = (subject: string, from: string): readonly Step[] => [
  {
    title: '以下のメールを開きます。',
    mail: { to: 'basic', subject, mark: 'subject' },
    afterwards: [`送信元：${from}`, `件名：${subject}`],
  },
  {
    title: 'メールに記載されているURLを押します。',
    mail: { to: 'basic', subject, mark: 'url' },
    act: async (page, kit) => page.goto(await pathInMail(kit, 'basic', subject)),
    afterwards: [loginFirst],
  },
];
const fromHome = (button: string): Step => press(button, { find: menu(button), shows: listName });

export const amountsByMail: Section = {
  id: '3.1',
  title: '分配量を確認する（メールから操作を始める場合）',
  ids: ['M3.1-1', 'M3.1-2'],
  paths: [],
  lead: ['V-SYSから操作を始めることもできます。手順は「3.2」を参照してください。'],
  begin: async (kit) => {
    await allocateAll(kit);
    return kit.as('basic');
  },
  steps: [...fromMail(fixed, '都道府県'), readAmounts],
};
export const amounts: Section = {
  id: '3.2',
  title: '分配量を確認する（V-SYSから操作を始める場合）',
  ids: ['M3.2-1', 'M3.0-1'],
  paths: ['/distributions', '/distributions/home'],
  begin: home('basic'),
  steps: [fromHome('分配量の確認'), readAmounts],
};
export const daysByMail: Section = {
  id: '3.3',
  title: '納入予定日を確認する（メールから操作を始める場合）',
  ids: ['M3.3-1', 'M3.3-2', 'M3.3-3'],
  paths: [],
  lead: ['V-SYSから操作を始めることもできます。手順は「3.4」を参照してください。'],
  begin: async (kit) => {
    await ship(kit);
    await planDelivery(kit);
    return kit.as('basic');
  },
  steps: [...fromMail(planned, '卸業者'), readDays],
};
export const days: Section = {
  id: '3.4',
  title: '納入予定日を確認する（V-SYSから操作を始める場合）',
  ids: ['M3.4-1'],
  paths: [],
  begin: home('basic'),
  steps: [fromHome('配送予定日の確認'), readDays],
};
export const receipt: Section = {
  id: '3.5',
  title: '受領を確認する',
  ids: ['S11'],
  paths: ['/distributions/:id/receipt', '/distributions/:id/receipt-supplies'],
  lead: [
    '卸業者が「納入済み」を登録すると、届いた数を確認できるようになります。受領確認をすると、ワクチンの在庫に加わります。',
  ],
  begin: async (kit) => {
    await deliver(kit);
    const page = await kit.as('basic');
    await page.goto('/distributions?cycle=5');
    return page;
  },
  steps: [
    {
      title: '届いたものの行の「受領確認」を押します。',
      width: wide,
      ring: named('受領確認 第5クール コミナティ筋注'),
      act: click(named('受領確認 第5クール コミナティ筋注')),
      shows: '受領確認',
    },
    {
      title: 'ロットごとに、受け取ったバイアル数を確認します。違うときは直します。',
      ready: fill({ 'EY5420 受け取った数': '390' }),
      ring: (page) => page.getByRole('textbox', { name: 'EY5420 受け取った数' }),
    },
    press('受領確認', {
      shows: '受領確認完了',
      notes: ['納入数と受領数が違うときは確認画面が表示され、卸業者・製薬メーカー・市町村に知らされます。'],
    }),
  ],
  end: ['針・シリンジも、同じように受領確認をしてください。'],
};
