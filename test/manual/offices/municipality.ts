import { answer, click, fill, home, inDialog, labelled, menu, named, press } from '../acts.ts';
import type { Kit, Manual, Section } from '../model.ts';
import { allocateToMunicipalities, allocateToPrefectures, applyForPhone, requestBoxes } from '../scenes.ts';
import { announce } from './announcements.walk.ts';
import { officeManual } from './introduction.ts';
import { answerReports } from './navi-reports.walk.ts';
import {
  allocate,
  compareProposals,
  correctSheet,
  enterForVenue,
  type Level,
  watchDeliveries,
  watchTransfers,
} from './sheets.walk.ts';
import { totals } from './totals.walk.ts';

const wide = 1180;

const approve: Section = {
  id: '2.1',
  title: '申請を承認する・差し戻す',
  ids: ['M2.1-10-4', 'MH-7'],
  paths: ['/applications'],
  lead: [
    '医療機関が市町村の承認の必要な項目を変更すると、承認依頼のメールが届きます。承認するまで、変更前の内容が使われます。',
  ],
  begin: async (kit) => {
    await applyForPhone(kit);
    return kit.as('municipality');
  },
  steps: [
    press('申請', { find: menu('申請'), title: '「申請」を押します。', shows: '申請' }),
    {
      title: '承認する申請の、医療機関の名前を押します。',
      ring: named('芝公園病院'),
      act: click(named('芝公園病院')),
      shows: '申請 [医療機関名／会場名]',
      notes: ['一覧で複数の申請にチェックを付けて、「選択した申請を承認」でまとめて承認することもできます。'],
    },
    {
      title: '変更前と変更後の内容を確認し、「承認」ボタンを押します。',
      ring: [(page) => page.getByRole('main').getByRole('table').first(), named('承認')],
      act: click(named('承認')),
      notes: [
        '承認できない場合は、「差戻しの理由」を入力して「差戻し」ボタンを押します。理由は医療機関にメールで届きます。',
      ],
    },
    answer('OK', {
      afterwards: [
        '承認した内容は、すぐに医療機関情報と「コロナワクチンナビ」に反映され、医療機関にメールが送信されます。',
      ],
    }),
  ],
};

/** A 基本型 that 三田クリニック is not linked with yet. */
const other = 'さくら野小児科医院';
const linkSatellite: Section = {
  id: '2.3',
  title: 'サテライト型の連携先を登録する',
  ids: ['S34', 'M1.9-1'],
  paths: ['/satellites'],
  begin: home('municipality'),
  steps: [
    press('サテライト型の連携', {
      find: menu('サテライト型の連携'),
      title: '「サテライト型の連携」を押します。',
      shows: 'サテライト型の連携',
    }),
    {
      title: 'サテライト型接種施設の名前を押します。',
      ring: named('三田クリニック'),
      act: click(named('三田クリニック')),
    },
    {
      title: '「（連携先の）基本型接種施設」の「虫眼鏡マーク」を押します。',
      ring: (page) => page.getByRole('button', { name: /虫眼鏡マーク/ }),
      act: (page) => page.getByRole('button', { name: /虫眼鏡マーク/ }).click(),
    },
    {
      title: '検索ボックスに名前を入力して「Go!」ボタンを押し、検索結果から基本型接種施設を押します。',
      ready: async (page) => {
        await page.getByRole('dialog').getByRole('searchbox').fill(other);
        await inDialog('Go!')(page).click();
        await page.getByRole('dialog').getByRole('button', { name: other }).first().waitFor();
      },
      ring: [
        (page) => page.getByRole('dialog').getByRole('searchbox'),
        inDialog('Go!'),
        (page) => page.getByRole('dialog').getByRole('button', { name: other }).first(),
      ],
      act: (page) => page.getByRole('dialog').getByRole('button', { name: other }).first().click(),
    },
    press('保存', { afterwards: ['連携が保存され、両方の施設にお知らせが届きます。'] }),
  ],
};

const setClaimRule: Section = {
  id: '2.5',
  title: '請求ルールを登録する',
  ids: ['M5.2-7'],
  paths: ['/claim-rules'],
  lead: [
    '同一市内にお住まいの方分の接種費用を、管内の医療機関がどこに請求するかを登録します。医療機関の請求書の作成の画面に表示されます。',
  ],
  begin: home('municipality'),
  steps: [
    press('請求ルール', { find: menu('請求ルール'), title: '「請求ルール」を押します。', shows: '請求ルール' }),
    {
      title: '「同一市内にお住まいの方分の請求先」と「いつの請求月から」を選択し、「登録する」ボタンを押します。',
      ready: (page) => page.getByRole('radio', { name: '国保連に請求する' }).check(),
      ring: [
        (page) => page.getByRole('radiogroup', { name: /請求先/ }),
        labelled('いつの請求月から'),
        named('登録する'),
      ],
      notes: ['登録した内容は、下の「登録の履歴」に残ります。'],
    },
  ],
};

const checkDemand: Section = {
  id: '3.1',
  title: '納入希望量を確認し、修正する',
  ids: ['S4'],
  paths: ['/demands'],
  lead: ['未入力は0ではありません。締切の後も未入力の施設には、電話などで確認し、代行入力してください。'],
  begin: async (kit) => {
    await requestBoxes(kit, '3');
    return kit.as('municipality');
  },
  steps: [
    press('納入希望量の確認', {
      find: menu('納入希望量の確認'),
      title: '「納入希望量の確認」を押します。',
      shows: '納入希望量の確認',
    }),
    {
      title: '施設ごとの希望量を確認します。修正する場合は、行の「修正する」を押します。',
      width: wide,
      ring: named('芝公園病院 修正する'),
      act: click(named('芝公園病院 修正する')),
      shows: '納入希望量の修正',
    },
    {
      title: '「納入希望量」と「理由」を入力し、「修正する」ボタンを押します。',
      ready: fill({ 納入希望量: '2', 理由: '冷凍庫の容量を超えるため' }),
      ring: [labelled('納入希望量'), labelled('理由'), named('修正する')],
      act: click(named('修正する')),
      shows: '納入希望量の確認',
      afterwards: ['医療機関に、修正の理由がメールで届きます。'],
    },
  ],
};
const confirmDemand: Section = {
  id: '3.2',
  title: '納入希望量を確定する',
  ids: ['S4'],
  paths: [],
  begin: async (kit) => {
    const page = await kit.as('municipality');
    await page.goto('/demands');
    return page;
  },
  steps: [
    press('納入希望量を確定する', { width: wide, afterwards: ['確認画面に、合計と未入力の施設の数が表示されます。'] }),
    answer('OK', { shows: '確定完了', notes: ['確定した後に修正した場合は、もう一度確定が必要です。'] }),
  ],
};

const level: Level = {
  account: 'municipality',
  page: '医療機関・接種会場への分配',
  path: '/allocations/municipal',
  word: '分配確定',
  receiver: '医療機関・接種会場',
  ids: ['S7'],
  amounts: { '芝公園病院 分配量': '2', 'すみれ野記念病院 バイアル数': '45' },
  cell: '芝公園病院 分配量',
  corrected: { '芝公園病院 分配量': '1' },
  source: '都道府県から受け取った量',
  hints: [
    '箱より少ない量を分ける場合は、「バイアル数」に入力します。',
    '医師情報や納入希望量が登録されていない施設には、分配できません。',
  ],
  before: async (kit: Kit) => {
    await allocateToPrefectures(kit, '600');
    await allocateToMunicipalities(kit, '10');
  },
};

export const municipality: Manual = officeManual(
  'municipality',
  '市町村用',
  [
    ['2.1 申請を承認する・差し戻す', '承認依頼のメールが届いたとき'],
    ['2.2 医療機関・接種会場の情報を確認し、代わりに入力する', '医療機関がV-SYSを利用できないとき'],
    ['2.3 サテライト型の連携先を登録する', '連携が決まったとき、変わるとき'],
    ['2.4 「コロナワクチンナビ」の情報の誤りの報告に対応する', '報告のお知らせが届いたとき'],
    ['2.5 請求ルールを登録する', '請求ルールが決まったとき、変わるとき'],
    ['3.1〜3.2 納入希望量を確認し、確定する', 'クールごとの登録期間の終了後、すみやかに'],
    ['4.1〜4.3 分配量を入力し、確定する・修正する', '都道府県からの分配の通知が届いたとき'],
    ['5.1〜6.1 配送状況・移送・集計を確認する', '必要に応じて'],
    ['7.1 「お知らせ」を作成し、公開する', '管内の医療機関に知らせることがあるとき'],
  ],
  [
    {
      number: '2',
      title: '医療機関・接種会場の情報を管理する',
      sections: [
        approve,
        enterForVenue('municipality', '2.2'),
        linkSatellite,
        answerReports('municipality', '2.4'),
        setClaimRule,
      ],
    },
    { number: '3', title: '納入希望量を確認する', sections: [checkDemand, confirmDemand] },
    {
      number: '4',
      title: '医療機関・接種会場に分配する',
      sections: [compareProposals(level, '4.1'), allocate(level, '4.2'), correctSheet(level, '4.3')],
    },
    {
      number: '5',
      title: '配送状況を確認する',
      sections: [watchDeliveries('municipality', '5.1'), watchTransfers('municipality', '5.2')],
    },
    { number: '6', title: '集計を確認する', sections: [totals('municipality', '6.1')] },
    { number: '7', title: 'お知らせを作成する', sections: [announce('municipality', '7.1')] },
  ],
);
