/** Makers and wholesalers (S8–S11). */

import type { Page } from '@playwright/test';
import type { Account } from '../../support/journey.ts';
import { answer, click, fill, home, labelled, menu, named, press } from '../acts.ts';
import type { Section, Step } from '../model.ts';
import { allocateAll } from '../scenes.ts';

const wide = 1180;
const items = [
  'コミナティ筋注',
  '接種用＋希釈用針（100本/箱）',
  '接種用シリンジ（100本/箱）',
  '希釈用シリンジ（100本/箱）',
] as const;

export const orders = (account: Extract<Account, 'ministry' | 'manufacturer' | 'wholesaler'>, id: string): Section => ({
  id,
  title: '発注一覧を確認する',
  ids: ['S8'],
  paths: ['/orders'],
  lead: ['市町村が分配を確定した納入先と数量が、10桁の医療機関コードの順に表示されます。'],
  begin: home(account),
  steps: [
    press('発注一覧', { find: menu('発注一覧'), title: '「発注一覧」を押します。', shows: '発注一覧' }),
    {
      title: '「CSVをダウンロード」を押すと、表示されている一覧を保存できます。',
      width: wide,
      ring: named('CSVをダウンロード'),
    },
  ],
});

export const shipOne: Section = {
  id: '2.1',
  title: '出荷日・ロット・ドライアイスの交換期日を登録する',
  ids: ['S9', 'M3.3-3'],
  paths: ['/shipments/:id'],
  begin: async (kit) => {
    await allocateAll(kit);
    return kit.as('manufacturer');
  },
  steps: [
    press('製薬メーカー出荷日の登録', {
      find: menu('製薬メーカー出荷日の登録'),
      title: '「製薬メーカー出荷日の登録」を押します。',
      shows: '製薬メーカー出荷日の登録',
    }),
    {
      title: '登録する医療機関の行の「編集」を押します。',
      width: 1600,
      ring: (page) => page.getByRole('row').filter({ has: named('編集 芝公園病院')(page) }),
      act: click(named('編集 芝公園病院')),
      shows: '製薬メーカー出荷日の登録 [医療機関名／会場名]',
    },
    {
      title: '「製薬メーカー出荷日」と、ドライアイスで納入する場合は「次回交換期日」「次々回交換期日」を入力します。',
      ready: fill({ 製薬メーカー出荷日: '2021/05/09', 次回交換期日: '2021/05/14', 次々回交換期日: '2021/05/19' }),
      ring: [labelled('製薬メーカー出荷日'), labelled('次回交換期日'), labelled('次々回交換期日')],
    },
    {
      title: 'ロットごとに「ロット番号」「有効期限」「バイアル数」を入力します。',
      notes: ['バイアル数の合計は、分配量に合わせてください。'],
      ready: fill({ 'ロット番号 1行目': 'EY5420', '有効期限 1行目': '2021/09/30', 'バイアル数 1行目': '390' }),
      ring: [labelled('ロット番号 1行目'), labelled('有効期限 1行目'), labelled('バイアル数 1行目')],
    },
    press('登録', { afterwards: ['登録した内容は医療機関の「ワクチン分配」に表示され、お知らせが届きます。'] }),
  ],
};
const pick = (page: Page, at: number) => page.getByRole('checkbox', { name: /選択$/ }).nth(at);
export const shipMany: Section = {
  id: '2.2',
  title: '複数の医療機関にまとめて登録する',
  ids: ['S9'],
  paths: ['/shipments'],
  begin: async (kit) => {
    const page = await kit.as('manufacturer');
    await page.goto('/shipments?cycle=4&prefecture=13&state=missing-shipment');
    return page;
  },
  steps: [
    {
      title: '一覧で、同じ内容を入れる行にチェックを付けます。',
      width: wide,
      ready: async (page) => {
        for (const at of [0, 1]) await pick(page, at).check();
      },
      ring: [(page) => pick(page, 0), (page) => pick(page, 1)],
    },
    {
      title: '「まとめて入れる」に出荷日、ロット番号、有効期限を入力し、「選んだ行に入れる」ボタンを押します。',
      width: wide,
      ready: async (page) => {
        const bar = page.getByRole('region', { name: 'まとめて入れる' });
        await bar.getByLabel('製薬メーカー出荷日').fill('2021/04/26');
        await bar.getByLabel('ロット番号').fill('ET3674');
        await bar.getByLabel('有効期限').fill('2021/08/31');
      },
      ring: [
        (page) => page.getByRole('region', { name: 'まとめて入れる' }).locator('.filter-fields'),
        named('選んだ行に入れる'),
      ],
      act: click(named('選んだ行に入れる')),
    },
    answer('OK', { title: '確認画面の内容を確認し、「OK」ボタンを押します。', width: wide }),
  ],
};
export const contacts: Section = {
  id: '2.4',
  title: '情報提供先を確認する',
  ids: ['M2.1-8-5'],
  paths: ['/contacts'],
  lead: ['自社のワクチンを取り扱う医療機関のうち、情報提供のためのメールアドレスを登録した責任者と医師の一覧です。'],
  begin: home('manufacturer'),
  steps: [press('情報提供先', { find: menu('情報提供先'), title: '「情報提供先」を押します。', shows: '情報提供先' })],
};

const openDeliveries: Step = press('納入予定日の登録', {
  find: menu('納入予定日の登録'),
  title: '「納入予定日の登録」を押します。',
  shows: '納入予定日の登録',
});
const box = (item: string) => `芝公園病院 ${item} 納入予定日`;

export const planOne: Section = {
  id: '2.1',
  title: '納入予定日を登録する',
  ids: ['S10', 'M3.3-1'],
  paths: ['/deliveries'],
  begin: async (kit) => {
    await allocateAll(kit);
    return kit.as('wholesaler');
  },
  steps: [
    openDeliveries,
    {
      title: '「クール」を選択し、ワクチン・針・シリンジの行に「納入予定日」を入力します。',
      width: 1600,
      ready: async (page) => {
        await page.goto('/deliveries?cycle=5');
        for (const item of items) await page.getByRole('textbox', { name: box(item), exact: true }).fill('2021/05/10');
      },
      ring: [
        labelled('クール'),
        ...items.map((item) => (page: Page) => page.getByRole('textbox', { name: box(item), exact: true })),
      ],
      notes: ['標準配送期間の外の日を入力すると、確認画面が表示されます。'],
    },
    press('登録', { width: wide, afterwards: ['医療機関に、配送予定日の入力通知のメールが送信されます。'] }),
  ],
};
export const planMany: Section = {
  id: '2.2',
  title: '同じ日をまとめて登録する',
  ids: ['S10'],
  paths: [],
  begin: async (kit) => {
    const page = await kit.as('wholesaler');
    await page.goto('/deliveries?cycle=5');
    return page;
  },
  steps: [
    {
      title: '同じ日に納入する行にチェックを付けます。',
      width: wide,
      ready: async (page) => {
        for (const item of items.slice(2))
          await page.getByRole('checkbox', { name: `芝公園病院 ${item} 選択`, exact: true }).check();
      },
      ring: items
        .slice(2)
        .map((item) => (page) => page.getByRole('checkbox', { name: `芝公園病院 ${item} 選択`, exact: true })),
    },
    {
      title: '「まとめて入れる納入予定日」を入力し、「選んだ行に入れる」ボタンを押します。',
      width: wide,
      ready: (page) => page.getByLabel('まとめて入れる納入予定日').fill('2021/05/12'),
      ring: [labelled('まとめて入れる納入予定日'), named('選んだ行に入れる')],
      act: click(named('選んだ行に入れる')),
    },
    answer('OK', { title: '確認画面の内容を確認し、「OK」ボタンを押します。', width: wide }),
  ],
};
export const reportDelivery: Section = {
  id: '2.3',
  title: '納入したことを登録する',
  ids: ['S11'],
  paths: ['/deliveries/:id'],
  begin: async (kit) => {
    await kit.world.moveClock('2021-05-12T15:00:00+09:00');
    const page = await kit.as('wholesaler');
    await page.goto('/deliveries?cycle=5');
    return page;
  },
  steps: [
    {
      title: '納入した行にチェックを付け、「選んだ行を納入済みにする」ボタンを押します。',
      width: wide,
      ready: async (page) => {
        for (const item of items.slice(1))
          await page.getByRole('checkbox', { name: `芝公園病院 ${item} 選択`, exact: true }).check();
      },
      ring: named('選んだ行を納入済みにする'),
      act: click(named('選んだ行を納入済みにする')),
    },
    answer('OK', {
      title: '確認画面の内容を確認し、「OK」ボタンを押します。',
      width: wide,
      afterwards: [
        '医療機関が受領を確認すると、状態が「受領済」になります。数に違いがあるときは、お知らせが届きます。',
      ],
    }),
  ],
};
