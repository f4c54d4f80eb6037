import { all, answer, chooseFile, click, fill, home, labelled, menu, named, part, press } from '../acts.ts';
import type { Find, Manual, Section } from '../model.ts';
import { announce } from './announcements.walk.ts';
import { officeManual } from './introduction.ts';
import { importOrganisations, inviteUser, registerOrganisation } from './organisations.walk.ts';
import { readRetention } from './retention.walk.ts';
import { allocate, compareProposals, correctSheet, type Level, watchDeliveries } from './sheets.walk.ts';
import { orders } from './suppliers.walk.ts';
import { totals } from './totals.walk.ts';

const radios =
  (name: string): Find =>
  (page) =>
    page.getByRole('radiogroup', { name: new RegExp(`^${name}(※|＊|$| )`) });

const defineVaccine: Section = {
  id: '2.1',
  title: 'ワクチンを登録する',
  ids: ['S1'],
  paths: ['/vaccines'],
  begin: home('ministry'),
  steps: [
    press('ワクチン', { find: menu('ワクチン'), title: '「ワクチン」を押します。' }),
    press('ワクチンの登録', { title: '「ワクチンの登録」を押します。' }),
    {
      title: 'ワクチンの情報、包装と保管、1バイアルの接種回数を入力します。',
      ready: all(
        fill({
          ワクチン名: '見本ワクチン',
          略称: '見本',
          製薬メーカー: 'ファイザー株式会社',
          公表日: '2021/06/01',
          使用開始日: '2021/06/14',
          最小包装単位あたりのバイアル数: '25',
        }),
        (page) => radios('最小包装単位')(page).getByRole('radio', { name: '箱' }).check(),
        (page) => radios('保管温度')(page).getByRole('radio').first().check(),
        (page) => radios('接種施設への納入')(page).getByRole('radio').first().check(),
        fill({ '1行目 標準配送期間の最初の日': '2021/06/14', '1行目 1バイアルの接種回数': '10' }),
      ),
      parts: [
        part('「ワクチン名」「略称」を入力します。', [labelled('ワクチン名'), labelled('略称')]),
        part('「製薬メーカー」を選択します。', labelled('製薬メーカー')),
        part('「公表日」を入力します。この日から、取扱ワクチンとして選べるようになります。', labelled('公表日')),
        part('「使用開始日」を入力します。', labelled('使用開始日')),
        part('「最小包装単位」を選択します。', radios('最小包装単位')),
        part('「最小包装単位あたりのバイアル数」を入力します。', labelled('最小包装単位あたりのバイアル数')),
        part('「保管温度」を選択します。', radios('保管温度')),
        part('「接種施設への納入」で、誰が納入するかを選択します。', radios('接種施設への納入')),
        part(
          '「標準配送期間の最初の日」と「1バイアルの接種回数」を入力します。',
          [labelled('1行目 標準配送期間の最初の日'), labelled('1行目 1バイアルの接種回数')],
          { notes: ['1バイアルの接種回数が途中で変わる場合は、行を追加します。'] },
        ),
      ],
    },
    press('保存', { afterwards: ['ワクチンが登録され、登録した内容が表示されます。'] }),
  ],
};

const sixth = {
  クールの番号: '6',
  登録期間の開始: '2021-05-03T09:00',
  登録期間の終了: '2021-05-07T17:00',
  標準配送期間の最初の日: '2021/05/24',
  標準配送期間の最後の日: '2021/06/06',
  標準接種期間の最初の日: '2021/05/31',
  標準接種期間の最後の日: '2021/06/20',
  '供給量（箱）': '8000',
} as const;

const defineCycle: Section = {
  id: '2.2',
  title: 'クールを登録し、公開する',
  ids: ['S1'],
  paths: ['/cycles'],
  begin: home('ministry'),
  steps: [
    press('クール', { find: menu('クール'), title: '「クール」を押します。' }),
    press('クールの登録', { title: '「クールの登録」を押します。' }),
    {
      title: 'ワクチン、クールの番号、登録期間、標準配送期間、標準接種期間、供給量を入力します。',
      ready: all(
        (page) => page.getByLabel('ワクチン', { exact: true }).selectOption({ label: 'コミナティ筋注' }),
        fill(sixth),
      ),
      ring: Object.keys(sixth).map((label) => labelled(label)),
    },
    press('下書きとして保存', { afterwards: ['下書きは、国だけに表示されます。'] }),
    press('予定として公開する', { afterwards: ['確認画面に、登録する期間が表示されます。'] }),
    answer('OK', {
      title: '期間を確認し、「OK」ボタンを押します。',
      afterwards: ['クールの予定が公開され、都道府県、市町村、製薬メーカーにお知らせが届きます。'],
    }),
    {
      title: '公開したあとに期間を変える場合は、「予定を変更する」を押し、理由を入力します。',
      ring: named('予定を変更する'),
    },
  ],
};

const changeShape: Section = {
  id: '2.3',
  title: '接種実績の報告項目を変更する',
  ids: ['M5.1-3-1', 'S14'],
  paths: ['/reports/shape'],
  lead: ['接種の回数を追加する日や、対象者の区分を終了する日を登録します。'],
  begin: home('ministry'),
  steps: [
    press('接種実績の報告項目', {
      find: menu('接種実績の報告項目'),
      title: '「接種実績の報告項目」を押します。',
      shows: '接種実績の報告項目',
    }),
    {
      title: '「項目」を選択し、「始める日・最後の日」と「理由」を入力して、「登録」ボタンを押します。',
      ready: all(fill({ '始める日・最後の日': '2021/12/01', 理由: '追加の接種の開始による' }), (page) =>
        labelled('項目')(page).selectOption({ index: 1 }),
      ),
      ring: [labelled('項目'), labelled('始める日・最後の日'), labelled('理由'), named('登録')],
      notes: ['変更の内容は、下の「変更の履歴」に残ります。'],
    },
  ],
};

const watchDemand: Section = {
  id: '3.1',
  title: '都道府県ごとの納入希望量を確認する',
  ids: ['S4'],
  paths: ['/demands'],
  begin: home('ministry'),
  steps: [
    press('納入希望量の確認', {
      find: menu('納入希望量の確認'),
      title: '「納入希望量の確認」を押します。',
      shows: '納入希望量の確認',
    }),
    {
      title: '都道府県ごとの合計と、未入力の施設の数を確認します。',
      width: 1180,
      ring: named('東京都'),
      notes: ['都道府県の名前を押すと、市町村ごとの希望量が表示されます。'],
    },
  ],
};

const level: Level = {
  account: 'ministry',
  page: '都道府県への分配',
  path: '/allocations/national',
  word: '確定',
  receiver: '都道府県',
  ids: ['S5'],
  amounts: { '東京都 基本計画枠': '600', '大阪府 基本計画枠': '400' },
  cell: '東京都 基本計画枠',
  corrected: { '東京都 基本計画枠': '590' },
  source: '供給量',
  hints: [],
  before: async () => undefined,
};

const received = [
  '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス',
  '1310390016,海岸クリニック,かいがんくりにっく,105-0022,131032,海岸9-9-9,03-0111-6666,海岸　花子,医療機関,はい,ファイザー:サテライト型,海岸,花子,kaigan@example.jp',
];
const importVenues: Section = {
  id: '5.1',
  title: '受付システムのデータを取り込む',
  ids: ['S30'],
  paths: ['/venues'],
  lead: [
    'ワクチン接種契約受付システムから出力したCSV又はExcelのファイルを取り込むと、医療機関が登録・更新され、最初の利用者が招待されます。1か所でも誤りがあると、全体が取り込まれません。',
  ],
  begin: home('ministry'),
  steps: [
    press('医療機関・接種会場', {
      find: menu('医療機関・接種会場'),
      title: '「医療機関・接種会場」を押します。',
      shows: '医療機関・接種会場',
    }),
    press('受付システムのデータの取込', {
      title: '「受付システムのデータの取込」を押します。',
      shows: '受付システムのデータの取込',
    }),
    {
      title: 'ファイルを選択し、「内容を確認する」ボタンを押します。',
      ready: chooseFile('ワクチン接種契約受付システムから出力したファイル', '受付システム.csv', received),
      ring: [labelled('ワクチン接種契約受付システムから出力したファイル'), named('内容を確認する')],
      act: click(named('内容を確認する')),
      afterwards: ['「取込内容の確認」画面に、登録・変更の内容と、誤りのある行と列が表示されます。'],
    },
    {
      ...press('この内容で取り込む', {
        title: '内容を確認し、「この内容で取り込む」ボタンを押します。',
        width: 1180,
        notes: [
          '誤りがある場合は表示されません。ファイルを直して、もう一度取り込んでください。同じファイルを2回取り込んでも、変わりはありません。',
        ],
        afterwards: ['確認画面が表示されます。'],
      }),
      ring: [named('この内容で取り込む'), (page) => page.getByRole('table', { name: '登録する内容' })],
    },
    answer('OK', { title: '件数を確認し、「OK」ボタンを押します。', shows: '取込完了' }),
  ],
};

const firstLot: Find = (page) => page.getByRole('main').getByRole('table').getByRole('link').first();
const changeLot: Section = {
  id: '9.1',
  title: 'ロットの有効期限を延長する・使用を見合わせる',
  ids: ['S27'],
  paths: ['/lots'],
  lead: ['登録すると、そのロットを持っている医療機関・接種会場などのすべてに、すぐにお知らせが届きます。'],
  begin: home('ministry'),
  steps: [
    {
      title: '「ロット」タブを押します。',
      notes: ['タブが表示されていない場合は、右端の▼を押してください。'],
      width: 1600,
      ring: (page) => page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: 'ロット', exact: true }),
      act: (page) => page.goto('/lots'),
      shows: 'ロット',
    },
    {
      title: '一覧から、変更するロットの番号を押します。',
      ring: firstLot,
      act: click(firstLot),
      shows: 'ロットの追跡 [ロット番号]',
      notes: ['まだ納入されていないロットの場合は、「有効期限の延長・使用見合わせを登録する」を押します。'],
    },
    press('有効期限の延長・使用見合わせを登録する', {
      title: '内容を確認し、「有効期限の延長・使用見合わせを登録する」を押します。',
      shows: 'ロットの変更',
    }),
    {
      title: '「ワクチン」「ロット番号」を確認し、「変更の内容」「延長後の有効期限」「理由」を入力します。',
      ready: fill({
        有効期限の延長: true,
        延長後の有効期限: '2021/12/31',
        理由: '保存期間の延長の承認による',
      }),
      ring: [
        labelled('ワクチン'),
        labelled('ロット番号'),
        (page) => page.getByRole('radiogroup', { name: '変更の内容' }),
        labelled('延長後の有効期限'),
        labelled('理由'),
      ],
      notes: ['使用見合わせのときは、「延長後の有効期限」は入力しません。'],
    },
    press('登録', { afterwards: ['確認画面が表示されます。'] }),
    answer('OK', {
      title: '内容を確認し、「OK」ボタンを押します。',
      shows: 'ロットの追跡 [ロット番号]',
      afterwards: ['変更が登録され、そのロットを持っている施設に、お知らせが届きます。'],
    }),
  ],
};

const account = 'ministry';
export const ministry: Manual = officeManual(
  account,
  '国用',
  [
    ['2.1 ワクチンを登録する', '新しいワクチンを使い始める前に'],
    ['2.2 クールを登録し、公開する', 'クールごとに、登録期間の前に'],
    ['2.3 接種実績の報告項目を変更する', '接種の回数や対象者の区分が変わるとき'],
    ['3.1〜3.4 納入希望量を確認し、分配量を入力・確定する', '納入希望量がまとまった後'],
    ['4.1 発注一覧を確認する', '市町村の分配確定の後'],
    ['4.2 配送状況を確認する', '必要に応じて'],
    ['5.1 受付システムのデータを取り込む', '契約した医療機関が増えたとき、変わったとき'],
    ['6.1〜6.3 組織・利用者を登録する', '組織や担当者が増えたとき、変わったとき'],
    ['7.1 集計を確認する', '必要に応じて'],
    ['8.1 「お知らせ」を作成し、公開する', '知らせることがあるとき'],
    ['9.1 ロットの有効期限を延長する・使用を見合わせる', '有効期限の延長や使用見合わせを決めたとき、すぐに'],
    ['10.1 データの保存期間を確認する', '必要に応じて'],
  ],
  [
    { number: '2', title: 'ワクチンとクールを登録する', sections: [defineVaccine, defineCycle, changeShape] },
    {
      number: '3',
      title: '都道府県に分配する',
      sections: [watchDemand, compareProposals(level, '3.2'), allocate(level, '3.3'), correctSheet(level, '3.4')],
    },
    {
      number: '4',
      title: '発注と配送の状況を確認する',
      sections: [orders(account, '4.1'), watchDeliveries(account, '4.2')],
    },
    { number: '5', title: '医療機関・接種会場を登録する', sections: [importVenues] },
    {
      number: '6',
      title: '組織・利用者を登録する',
      sections: [registerOrganisation(account, '6.1'), inviteUser(account, '6.2'), importOrganisations(account, '6.3')],
    },
    { number: '7', title: '集計を確認する', sections: [totals(account, '7.1')] },
    { number: '8', title: 'お知らせを作成する', sections: [announce(account, '8.1')] },
    { number: '9', title: 'ロットの有効期限と使用見合わせを知らせる', sections: [changeLot] },
    { number: '10', title: 'データの保存期間を確認する', sections: [readRetention(account, '10.1')] },
  ],
);
