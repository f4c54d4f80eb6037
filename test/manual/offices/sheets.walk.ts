/** Allocation, which all three levels do on the same kind of sheet. */

import type { Account } from '../../support/journey.ts';
import { answer, click, fill, home, labelled, menu, named, press, region } from '../acts.ts';
import type { Find, Kit, Section, Step } from '../model.ts';

export type Level = {
  readonly account: Extract<Account, 'ministry' | 'prefecture' | 'municipality'>;
  readonly page: string;
  readonly path: string;
  readonly word: '確定' | '分配確定';
  /** Who gets, by what the cells are called. */
  readonly receiver: string;
  readonly ids: readonly string[];
  readonly amounts: Readonly<Record<string, string>>;
  readonly cell: string;
  /** What a correction changes. */
  readonly corrected: Readonly<Record<string, string>>;
  /** What cannot be exceeded. */
  readonly source: string;
  readonly hints: readonly string[];
  /** What has to have happened before. */
  readonly before: (kit: Kit) => Promise<void>;
};

const wide = 1180;
const openSheet = ({ page, path, account }: Level): readonly Step[] => [
  press(page, { find: menu(page), title: `「${page}」を押します。`, shows: page }),
  {
    title: '「クール」で、分配するクールを選択します。',
    ready: (shown) => (account === 'ministry' ? shown.goto('/allocations/national/5') : shown.goto(`${path}/5`)),
    width: wide,
    ring: labelled('クール'),
  },
];

const firstReason: Find = (page) => page.getByRole('link', { name: /^なぜこの数か/ }).first();

/** S17 */
export const compareProposals = (level: Level, id: string): Section => ({
  id,
  title: '分配案を比べて取り込む',
  ids: ['S17'],
  paths: [`${level.path}/:cycle/proposals`],
  lead: [
    '分配量を1件ずつ入力する前に、人口・希望量・在庫と使用実績などから計算した案を比べて、取り込むことができます。取り込んだあとも、手で直せます。',
  ],
  begin: async (kit) => {
    await level.before(kit);
    return kit.as(level.account);
  },
  steps: [
    ...openSheet(level),
    press('分配案を比べて取り込む', { title: '「分配案を比べて取り込む」を押します。', shows: '分配案の比較' }),
    {
      title: '「案のまとめ」で、案を比べます。',
      width: wide,
      ring: region('案のまとめ'),
    },
    {
      title: '「案ごとの数」で、案ごとの数を比べます。',
      width: wide,
      ring: firstReason,
      notes: ['「なぜこの数か」を押すと、計算のしかたが表示されます。'],
    },
    {
      title: '取り込む案を選びます。',
      width: wide,
      ready: (page) => page.getByRole('radio', { name: '希望量に比例', exact: true }).check(),
      ring: (page) => page.getByRole('radio', { name: '希望量に比例', exact: true }),
    },
    press('選んだ案を下書きに取り込む', {
      width: wide,
      // The amounts of the next section are typed by hand.
      act: async () => undefined,
      notes: ['すでに入力した分配量がある場合は、置き換えてよいかを確認する画面が表示されます。'],
      afterwards: ['案の数が下書きに入ります。'],
    }),
  ],
});

export const allocate = (level: Level, id: string): Section => ({
  id,
  title: `${level.receiver}への分配量を入力し、確定する`,
  ids: [...level.ids, 'S15', 'S16'],
  paths: ['/allocations'],
  lead: [`分配量は、${level.source}を超えて確定できません。確定するまでは、何度でも下書きとして保存できます。`],
  begin: home(level.account),
  steps: [
    ...openSheet(level),
    {
      title: `${level.receiver}ごとの分配量を入力します。`,
      ready: fill(level.amounts),
      width: wide,
      ring: labelled(level.cell),
      notes: [
        '入力するたびに、画面上部の「残り」が計算されます。「残り」がマイナスのときは確定できません。',
        '矢印キーや[Enter]キーで表の中を移動できます。',
        ...level.hints,
      ],
    },
    {
      title: '途中で保存する場合は、「下書き保存」ボタンを押します。',
      width: wide,
      ring: named('下書き保存'),
      act: click(named('下書き保存')),
      notes: ['下書きは、相手には表示されません。お知らせも送信されません。'],
    },
    press(level.word, { width: wide, afterwards: ['確認画面が表示されます。'] }),
    answer('OK', {
      title: '表示された数を確認し、「OK」ボタンを押します。',
      shows: '分配確定完了',
      important: [`「OK」を押すと、${level.receiver}にお知らせとメールが送信されます。`],
    }),
  ],
});

export const correctSheet = (level: Level, id: string): Section => ({
  id,
  title: '確定した分配を修正する',
  ids: ['S16'],
  paths: [],
  begin: home(level.account),
  steps: [
    ...openSheet(level),
    {
      title: '「修正の理由」を入力し、「修正する」ボタンを押します。',
      ready: fill({ 修正の理由: '納入希望量の修正による' }),
      width: wide,
      ring: [labelled('修正の理由'), named('修正する')],
      act: click(named('修正する')),
    },
    {
      title: '分配量を直します。',
      ready: fill(level.corrected),
      width: wide,
      ring: Object.keys(level.corrected).map((label) => labelled(label)),
      notes: ['修正をやめる場合は、「修正をやめる」ボタンを押します。'],
    },
    press(level.word, { width: wide, afterwards: ['確認画面が表示されます。'] }),
    answer('OK', {
      title: '変更する件数を確認し、「OK」ボタンを押します。',
      shows: '分配確定完了',
      afterwards: ['修正した分配が有効になります。'],
      important: [`「OK」を押すと、分配量が変わった${level.receiver}にお知らせとメールが送信されます。`],
    }),
    {
      title: `「${level.page}」画面の下の「分配の履歴」で、版ごとの変更と理由を確認できます。`,
      ready: (page) => page.goto(`${level.path}/5`),
      width: wide,
      ring: region('分配の履歴'),
    },
  ],
});

/** Proxy entry for an institution, by 市町村 and 都道府県 (S18, MH-6). */
export const enterForVenue = (account: 'municipality' | 'prefecture', id: string): Section => ({
  id,
  title: '医療機関・接種会場の情報を確認し、代わりに入力する（代行入力）',
  ids: ['S18', 'MH-6', 'M1.8-1'],
  paths: ['/venues'],
  lead: [
    '医療機関がV-SYSを利用できないときは、管内の医療機関に代わって入力できます。誰が入力したかが残り、医療機関にお知らせが届きます。',
  ],
  begin: home(account),
  steps: [
    press('医療機関・接種会場', {
      find: menu('医療機関・接種会場'),
      title: '「医療機関・接種会場」を押します。',
      shows: '医療機関・接種会場',
    }),
    {
      title: '名称などを入力し、「絞り込む」ボタンを押します。',
      ready: fill({ '名称・住所・コード': '芝公園病院' }),
      ring: [labelled('名称・住所・コード'), named('絞り込む')],
      act: click(named('絞り込む')),
    },
    {
      title: '医療機関の行の「編集」を押します。',
      ring: named('編集 芝公園病院'),
      act: click(named('編集 芝公園病院')),
      shows: '医療機関・接種会場の編集 [医療機関名／会場名]',
    },
    {
      title: '「…に代わって入力します（代行入力）」と表示されていることを確認し、内容を変更します。',
      ready: fill({ ファクシミリ: '03-0111-7777' }),
      ring: [(page) => page.getByText('に代わって入力します（代行入力）'), labelled('ファクシミリ')],
      notes: [
        account === 'municipality'
          ? '市町村が入力した内容は、申請なしですぐに登録されます。'
          : '下線がひいてある項目を変更した場合は、市町村が承認するまで、変更前の内容が使われます。',
      ],
    },
    press('申請・保存', {
      // The walks that follow need the institution as it was.
      act: async () => undefined,
      notes: ['変更の内容は、「更新の履歴」に代行入力として残ります。'],
    }),
  ],
});

export const watchDeliveries = (account: Level['account'], id: string): Section => ({
  id,
  title: '配送状況を確認する',
  ids: ['S11'],
  paths: ['/distributions/offices'],
  begin: home(account),
  steps: [
    press('配送状況', { find: menu('配送状況'), title: '「配送状況」を押します。', shows: '配送状況' }),
    {
      title: '「クール」や「状態」で絞り込みます。',
      width: wide,
      ring: [labelled('クール'), labelled('状態'), named('絞り込む')],
      notes: ['「数の違いあり」を選ぶと、納入数と受領数が違うものだけが表示されます。'],
    },
  ],
});

/** 芝公園病院 gave vials away; nobody says that they came. */
const giveAway = async ({ as }: Kit): Promise<void> => {
  const page = await as('basic');
  await page.goto('/transfers');
  await page.getByRole('link', { name: '移送を登録する' }).click();
  await page.getByRole('radio', { name: '他の施設に譲った（移送した）' }).check();
  await page.getByLabel('日付', { exact: true }).fill('2021/04/23');
  await page.getByLabel('ロット番号', { exact: true }).fill('VS1003');
  await page.getByLabel('バイアル本数', { exact: true }).fill('5');
  await page.getByRole('button', { name: '登録', exact: true }).click();
  await page.getByText('登録しました').first().waitFor();
  await page.close();
};

/** S12: what the two sides of a transfer entered differently. */
export const watchTransfers = (account: 'municipality' | 'prefecture', id: string): Section => ({
  id,
  title: '移送の照合を確認する',
  ids: ['S12'],
  paths: ['/transfers/area'],
  lead: [
    '「移送の照合」画面には、一方の施設だけが登録している移送と、双方の本数が違う移送が表示されます。施設に確認し、間違っているほうの修正を依頼してください。',
  ],
  begin: async (kit) => {
    await giveAway(kit);
    return home(account)(kit);
  },
  steps: [
    {
      title: '「移送の照合」タブを押します。',
      notes: ['タブが表示されていない場合は、右端の▼を押してください。'],
      width: 1600,
      ring: (page) =>
        page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: '移送の照合', exact: true }),
      act: (page) => page.goto('/transfers/area'),
      shows: '移送の照合',
    },
    {
      title: '一致しない移送を確認し、施設に修正を依頼します。',
      width: wide,
      ring: (page) => page.getByRole('main').getByRole('table'),
      notes: ['「追跡する」を押すと、そのロットの移送の経路が表示されます。'],
    },
  ],
});
